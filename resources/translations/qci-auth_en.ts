<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QciAuth::SessionText</name>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>Token expires in %n minute</numerusform>
            <numerusform>Token expires in %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
