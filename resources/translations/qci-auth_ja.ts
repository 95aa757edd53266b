<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>Opens or closes the list of profiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet. Logins, refreshes, copies and faults are listed here until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityLog</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityRecorder</name>
    <message>
        <source>The profile was removed or renamed by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took over a token that another program got; it expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed; the token expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in; the token expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login required: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API token could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API token could not be stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API token is stored now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::AgentServer</name>
    <message>
        <source>its path is empty or too long for a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its permissions and the room on the disk, and start the window again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::Application</name>
    <message>
        <source>The window that is open already does not answer, so this is a second one, which other programs cannot ask. End the first one, and start this one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed the profiles or logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::Autostart</name>
    <message>
        <source>This system does not let programs set that. Add QCi Auth to what starts at login in the system&apos;s own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be removed. Check the permissions of its folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ErrorText</name>
    <message>
        <source>The service refuses the API token (%1). Check that it is complete and still valid, or get a new one from QCi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no QCi service at this address: %1 answers %2. Check the API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service at %1 answers %2. Try again later; if that goes on, ask QCi&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API URL is missing. Enter the address of the QCi service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete address. Enter the API URL with its https://, without user name or query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced if you trust every network in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API token is missing. Paste the token that you got from QCi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an API token: it has spaces or other characters that no token has, or is too long. Paste the token alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA certificate file cannot be used (%1). Choose a readable PEM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the API URL and your network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1: the connection was refused. Check the API URL, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network connection, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed. Check the proxy settings of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own certificate authority, choose its CA certificate file under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check the API URL, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has moved (%1). Tokens are not sent on; enter the right API URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the network first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or KeePassXC, and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer. Check whether it shows a prompt, or restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not do it (%1). Check that it is set up and unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read (%1). Repair or remove the file and try again, or log in again: that keeps a copy of it. What is in the keychain stays there until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate file not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API token refused (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service answers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a QCi service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain http not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::LatencyText</name>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2, median %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortest %1, median %2, longest %3; failed: %4 of %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::LoginDialog</name>
    <message>
        <source>Log in to QCi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox: a service on this computer stands in for QCi&apos;s. Address and token are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profile name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it here; lines of a .env file will do, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep me logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep me logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the API token in the keychain of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use QCI_API_URL and QCI_TOKEN of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file, only where your organization needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow plain &amp;HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain HTTP sends your API token readable to everybody on the way. Only for networks that you trust wholly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain on this computer to keep the token in. Start one that offers the Secret Service, such as GNOME Keyring, to stay logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::MainWindow</name>
    <message>
        <source>QCi Auth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: who is logged in, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service on this computer stands in for the real one: nothing here is worth anything outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the tokens and take the API token out of the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in with your API token. You got it from QCi with your account; if you have none, ask QCi&apos;s support for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy bearer header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the line “Authorization: Bearer …” for a request (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange the API token for a new access token now (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy organization ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy bearer header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About QCi Auth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QCi Auth — %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API token could not be taken out of the keychain and is still there. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization ID: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in https_proxy instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About QCi Auth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QCi Auth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges a QCi API token for bearer headers, and keeps it in the keychain.

Qt %1 · %2
Licensed under the Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the refresh to end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer, so the API token may still be in it. Check whether the keychain shows a prompt; or quit again to leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the token in another form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Python headers for requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::Notice</name>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeBar</name>
    <message>
        <source>Close notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;clipboard after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear clipboard after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a copied token stays on the clipboard, unless something else is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;service every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check service every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the service is asked for its health while the window is visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program starts the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a &amp;new login is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when a new login is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refreshing &amp;fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when refreshing fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when less than five minutes of the token are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all is &amp;well again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when all is well again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to &amp;tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray, where a tray shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at log&amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program when you log in to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At login only the icon in the tray appears; where no tray shows it, the window does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was chosen before cannot be read (%1), so this shows how the program comes. The next change keeps a copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileModel</name>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileStore</name>
    <message>
        <source>Give the profile a name, such as “default”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile name is longer than %1 characters. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile name has a line break or another control character. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::RuntimeFolder</name>
    <message>
        <source>There is no folder for temporary files. Create the one that the environment variable TMPDIR names, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder but a link or a file, so it is not used. Remove it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::SandboxProcess</name>
    <message>
        <source>The sandbox cannot be started: %1 is missing or cannot be run. Build or install qci-auth-sandbox next to this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox has ended (%1). Start the program again for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ServiceHint</name>
    <message>
        <source>Asking the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A QCi service answers here: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionNotifications</name>
    <message>
        <source>Login required: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refuses the API token. Log in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token expires in less than 5 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no valid access token any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a valid access token again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message>
        <source>Refreshing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires %1, renews itself about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token expires in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are logged in for this run only: the API token is not stored. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing fails: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token valid until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min behind the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min ahead of the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing fails, under 1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::Sparkline</name>
    <message>
        <source>Latency: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message>
        <source>Bearer header copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed, and bearer header copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not refreshed; bearer header copied, but it expires in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Access token copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed, and access token copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not refreshed; access token copied, but it expires in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed, and curl command copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not refreshed; curl command copied, but its token expires in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Python headers copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed, and Python headers copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not refreshed; Python headers copied, but their token expires in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Environment lines copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed, and environment lines copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not refreshed; environment lines copied, but their token expires in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayIcon</name>
    <message>
        <source>Copy bearer header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayReading</name>
    <message>
        <source>%1. %2</source>
        <comment>state, such as Logged in; time left, such as Token expires in 5 minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a profile; its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowTray</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QCi Auth goes on in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click its icon to see the window again. To end the program, choose Quit in the icon&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
