<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>Token expires in %n minute</numerusform>
            <numerusform>Token expires in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation>
            <numerusform>Refreshing fails, %n h left</numerusform>
            <numerusform>Refreshing fails, %n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation>
            <numerusform>Refreshing fails, %n min left</numerusform>
            <numerusform>Refreshing fails, %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message numerus="yes">
        <source>Bearer header copied, but it expires in %n s</source>
        <translation>
            <numerusform>Bearer header copied, but it expires in %n s</numerusform>
            <numerusform>Bearer header copied, but it expires in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>curl command copied, but its token expires in %n s</source>
        <translation>
            <numerusform>curl command copied, but its token expires in %n s</numerusform>
            <numerusform>curl command copied, but its token expires in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Python headers copied, but their token expires in %n s</source>
        <translation>
            <numerusform>Python headers copied, but their token expires in %n s</numerusform>
            <numerusform>Python headers copied, but their token expires in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Environment lines copied, but their token expires in %n s</source>
        <translation>
            <numerusform>Environment lines copied, but their token expires in %n s</numerusform>
            <numerusform>Environment lines copied, but their token expires in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bare token copied, but it expires in %n s</source>
        <translation>
            <numerusform>Bare token copied, but it expires in %n s</numerusform>
            <numerusform>Bare token copied, but it expires in %n s</numerusform>
        </translation>
    </message>
</context>
</TS>
