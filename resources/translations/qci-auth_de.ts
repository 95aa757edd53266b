<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QciAuth::AboutBox</name>
    <message>
        <source>About QCi Auth</source>
        <translation>Über QCi Auth</translation>
    </message>
    <message>
        <source>QCi Auth %1</source>
        <translation>QCi Auth %1</translation>
    </message>
    <message>
        <source>Exchanges a QCi API token for bearer headers, and keeps it in the keychain.

Qt %1 · %2
Licensed under the Apache License 2.0</source>
        <translation>Tauscht ein API-Token von QCi gegen Bearer-Header und bewahrt es im Schlüsselbund auf.

Qt %1 · %2
Lizenziert unter der Apache License 2.0</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Logins, refreshes, copies and faults are listed here until the program ends.</source>
        <translation>Bisher ist nichts geschehen. Anmeldungen, Erneuerungen, Kopiervorgänge und Fehler werden hier bis zum Programmende aufgelistet.</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>Aus&amp;wahl kopieren</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alles kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityLog</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityRecorder</name>
    <message>
        <source>The profile was removed or renamed by another program</source>
        <translation>Ein anderes Programm hat das Profil entfernt oder umbenannt</translation>
    </message>
    <message>
        <source>Took over a token that another program got; it expires %1</source>
        <translation>Token eines anderen Programms übernommen; gültig bis %1</translation>
    </message>
    <message>
        <source>Refreshed; the token expires %1</source>
        <translation>Erneuert; Token gültig bis %1</translation>
    </message>
    <message>
        <source>Logged in; the token expires %1</source>
        <translation>Angemeldet; Token gültig bis %1</translation>
    </message>
    <message>
        <source>Login required: %1</source>
        <translation>Anmeldung nötig: %1</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>Nicht erneuert: %1</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>Das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The API token could not be read: %1</source>
        <translation>Das API-Token konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The API token could not be stored: %1</source>
        <translation>Das API-Token konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>The API token is stored now</source>
        <translation>Das API-Token ist jetzt gespeichert</translation>
    </message>
    <message>
        <source>Login found in the keychain; the token expires %1</source>
        <translation>Anmeldung im Schlüsselbund gefunden; Token gültig bis %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::AgentServer</name>
    <message>
        <source>its path is empty or too long for a socket</source>
        <translation>sein Pfad ist leer oder zu lang für einen Socket</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>darin lässt sich keine Datei anlegen</translation>
    </message>
    <message>
        <source>Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its permissions and the room on the disk, and start the window again.</source>
        <translation>Andere Programme können dieses Fenster nicht abfragen, weil der Ordner %1 nicht verwendbar ist (%2). Prüfen Sie seine Zugriffsrechte und den freien Speicherplatz und starten Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>QciAuth::Application</name>
    <message>
        <source>The window that is open already does not answer, so this is a second one, which other programs cannot ask. End the first one, and start this one again.</source>
        <translation>Das bereits geöffnete Fenster antwortet nicht. Dies ist daher ein zweites, das andere Programme nicht abfragen können. Beenden Sie das erste und starten Sie dieses neu.</translation>
    </message>
    <message>
        <source>Another program changed the profiles or logins</source>
        <translation>Ein anderes Programm hat Profile oder Anmeldungen geändert</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>Diagnose kopiert</translation>
    </message>
</context>
<context>
    <name>QciAuth::Autostart</name>
    <message>
        <source>This system does not let programs set that. Add QCi Auth to what starts at login in the system&apos;s own settings.</source>
        <translation>Auf diesem System können Programme das nicht selbst einstellen. Nehmen Sie QCi Auth in den Systemeinstellungen unter die Programme auf, die bei der Anmeldung starten.</translation>
    </message>
    <message>
        <source>%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.</source>
        <translation>%1 startet etwas anderes als QCi Auth und wird vielleicht gebraucht. Verschieben Sie die Datei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be removed. Check the permissions of its folder, then try again.</source>
        <translation>%1 kann nicht entfernt werden. Prüfen Sie die Zugriffsrechte des Ordners und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.</source>
        <translation>%1 kann nicht geschrieben werden (%2). Prüfen Sie die Zugriffsrechte des Ordners und den freien Speicherplatz und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>QciAuth::ConfigurationFile</name>
    <message>
        <source>%1: it is not a file</source>
        <translation>%1: Das ist keine Datei</translation>
    </message>
    <message>
        <source>%1: it is larger than settings ever are</source>
        <translation>%1: Die Datei ist größer, als Einstellungen es je sind</translation>
    </message>
    <message>
        <source>%1: it is empty</source>
        <translation>%1: Die Datei ist leer</translation>
    </message>
    <message>
        <source>%1: it is not text in UTF-8</source>
        <translation>%1: Das ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>%1: a line in it is not a setting</source>
        <translation>%1: Eine Zeile darin ist keine Einstellung</translation>
    </message>
    <message>
        <source>%1: a value in it is not one of a setting</source>
        <translation>%1: Ein Wert darin gehört zu keiner Einstellung</translation>
    </message>
    <message>
        <source>%1: it has no API URL</source>
        <translation>%1: Die API-URL fehlt darin</translation>
    </message>
    <message>
        <source>%1: its API URL is not a complete address</source>
        <translation>%1: Die API-URL darin ist keine vollständige Adresse</translation>
    </message>
    <message>
        <source>the configuration file %1 cannot be written</source>
        <translation>die Konfigurationsdatei %1 lässt sich nicht schreiben</translation>
    </message>
</context>
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>QciAuth::EmptyPage</name>
    <message>
        <source>You are logged out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>Log in with your API token. You got it from QCi with your account; if you have none, ask QCi&apos;s support for one.</source>
        <translation>Melden Sie sich mit Ihrem API-Token an. Sie haben es mit Ihrem QCi-Konto bekommen; wenn es fehlt, hilft der Support von QCi.</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <comment>the state, not what was done</comment>
        <translation>Abgemeldet</translation>
    </message>
</context>
<context>
    <name>QciAuth::ErrorText</name>
    <message>
        <source>The service refuses the API token (%1). Check that it is complete and still valid, or get a new one from QCi.</source>
        <translation>Der Dienst lehnt das API-Token ab (%1). Prüfen Sie, ob es vollständig und noch gültig ist, oder lassen Sie sich von QCi ein neues geben.</translation>
    </message>
    <message>
        <source>There is no QCi service at this address: %1 answers %2. Check the API URL.</source>
        <translation>Unter dieser Adresse gibt es keinen QCi-Dienst: %1 antwortet mit %2. Prüfen Sie die API-URL.</translation>
    </message>
    <message>
        <source>The service at %1 answers %2. Try again later; if that goes on, ask QCi&apos;s support.</source>
        <translation>Der Dienst unter %1 antwortet mit %2. Versuchen Sie es später erneut; wenn das andauert, fragen Sie den Support von QCi.</translation>
    </message>
    <message>
        <source>The API URL is missing. Enter the address of the QCi service.</source>
        <translation>Die API-URL fehlt. Geben Sie die Adresse des QCi-Dienstes ein.</translation>
    </message>
    <message>
        <source>This is not a complete address. Enter the API URL with its https://, without user name or query.</source>
        <translation>Das ist keine vollständige Adresse. Geben Sie die API-URL mit https:// ein, ohne Benutzernamen und Abfrageteil.</translation>
    </message>
    <message>
        <source>Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced if you trust every network in between.</source>
        <translation>HTTP ohne TLS würde das Token ungeschützt an %1 senden. Verwenden Sie https, oder lassen Sie unter „Erweitert“ HTTP ohne TLS zu, wenn Sie jedem Netz dazwischen vertrauen.</translation>
    </message>
    <message>
        <source>The API token is missing. Paste the token that you got from QCi.</source>
        <translation>Das API-Token fehlt. Fügen Sie das Token ein, das Sie von QCi bekommen haben.</translation>
    </message>
    <message>
        <source>This is not an API token: it has spaces or other characters that no token has, or is too long. Paste the token alone.</source>
        <translation>Das ist kein API-Token: Es ist zu lang oder enthält Leerzeichen oder andere Zeichen, die in keinem Token vorkommen. Fügen Sie nur das Token ein.</translation>
    </message>
    <message>
        <source>The CA certificate file cannot be used (%1). Choose a readable PEM file.</source>
        <translation>Die CA-Zertifikatsdatei ist nicht verwendbar (%1). Wählen Sie eine lesbare PEM-Datei.</translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the API URL and your network connection.</source>
        <translation>Der Host %1 wurde nicht gefunden. Prüfen Sie die API-URL und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete. Try again.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor die Antwort vollständig war. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network connection, or try again later.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Prüfen Sie Ihre Netzwerkverbindung, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network connection.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed. Check the proxy settings of your system.</source>
        <translation>Der Proxy auf dem Weg zu %1 hat versagt. Prüfen Sie die Proxy-Einstellungen Ihres Systems.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own certificate authority, choose its CA certificate file under Advanced.</source>
        <translation>Die Identität von %1 lässt sich nicht prüfen (%2). Prüfen Sie die API-URL; wenn Ihre Organisation eine eigene Zertifizierungsstelle hat, wählen Sie unter „Erweitert“ deren CA-Zertifikatsdatei.</translation>
    </message>
    <message>
        <source>The address has moved (%1). Tokens are not sent on; enter the right API URL.</source>
        <translation>Die Adresse hat sich geändert (%1). Tokens werden nicht weitergeleitet; geben Sie die richtige API-URL ein.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the network first.</source>
        <translation>Was unter %1 antwortet, ist kein QCi-Dienst. Prüfen Sie die API-URL; in einem Gastnetz melden Sie sich zuerst dort an.</translation>
    </message>
    <message>
        <source>The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.</source>
        <translation>Der Dienst unter %1 gibt eine unverständliche Antwort (%2). Prüfen Sie die API-URL, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or KeePassXC, and log in again.</source>
        <translation>Es gibt keinen Schlüsselbund. Starten Sie einen, der den Secret Service anbietet, etwa GNOME Keyring, KDE Wallet oder KeePassXC, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Check whether it shows a prompt, or restart it.</source>
        <translation>Der Schlüsselbund antwortet nicht. Prüfen Sie, ob er eine Abfrage zeigt, oder starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>The keychain could not do it (%1). Check that it is set up and unlocked.</source>
        <translation>Der Schlüsselbund konnte das nicht ausführen (%1). Prüfen Sie, ob er eingerichtet und entsperrt ist.</translation>
    </message>
    <message>
        <source>The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.</source>
        <translation>Die Einstellungen können nicht gespeichert werden (%1). Prüfen Sie die Zugriffsrechte der Datei und den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>The settings cannot be read (%1). Repair or remove the file and try again, or log in again: that keeps a copy of it. What is in the keychain stays there until then.</source>
        <translation>Die Einstellungen können nicht gelesen werden (%1). Reparieren oder entfernen Sie die Datei und versuchen Sie es erneut, oder melden Sie sich neu an: Dabei bleibt eine Kopie der Datei erhalten. Was im Schlüsselbund liegt, bleibt bis dahin dort.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>Host nicht gefunden</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netzwerk</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>Proxy-Fehler</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>CA certificate file not usable</source>
        <translation>CA-Zertifikatsdatei nicht verwendbar</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>keine sichere Verbindung</translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation>Adresse geändert</translation>
    </message>
    <message>
        <source>API token refused (%1)</source>
        <translation>API-Token abgelehnt (%1)</translation>
    </message>
    <message>
        <source>service answers %1</source>
        <translation>Dienst antwortet mit %1</translation>
    </message>
    <message>
        <source>not a QCi service</source>
        <translation>kein QCi-Dienst</translation>
    </message>
    <message>
        <source>answer makes no sense</source>
        <translation>Antwort unverständlich</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>kein Schlüsselbund</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation>Schlüsselbundfehler</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>ungültige Adresse</translation>
    </message>
    <message>
        <source>plain http not allowed</source>
        <translation>HTTP ohne TLS nicht zugelassen</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>not an API token</source>
        <translation>kein API-Token</translation>
    </message>
    <message>
        <source>settings not saved</source>
        <translation>Einstellungen nicht gespeichert</translation>
    </message>
    <message>
        <source>settings not readable</source>
        <translation>Einstellungen nicht lesbar</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>An address with %1:// cannot be used. Enter the API URL with https://; http:// is for services on this computer, or where plain HTTP is allowed under Advanced.</source>
        <translation>Eine Adresse mit %1:// kann nicht verwendet werden. Geben Sie die API-URL mit https:// ein; http:// ist für Dienste auf diesem Computer, oder wo HTTP ohne TLS unter „Erweitert“ zugelassen ist.</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps http:// is meant. Check the API URL and its port.</source>
        <translation>%1 antwortet an Port %2, baut aber keine sichere Verbindung (TLS) auf: Vielleicht ist http:// gemeint. Prüfen Sie die API-URL und ihren Port.</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps that port is for plain HTTP. Check the API URL and its port, or try again later.</source>
        <translation>%1 antwortet an Port %2, baut aber keine sichere Verbindung (TLS) auf: Vielleicht ist dieser Port für HTTP ohne TLS. Prüfen Sie die API-URL und ihren Port, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2: the connection was refused. Check the API URL and its port, or try again later.</source>
        <translation>Unter %1, Port %2, antwortet nichts: Die Verbindung wurde abgelehnt. Prüfen Sie die API-URL und ihren Port, oder versuchen Sie es später erneut.</translation>
    </message>
</context>
<context>
    <name>QciAuth::LatencyText</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 – %2, median %3</source>
        <translation>%1 – %2, Median %3</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>failed: %1 of %2</source>
        <translation>fehlgeschlagen: %1 von %2</translation>
    </message>
    <message>
        <source>shortest %1, median %2, longest %3; failed: %4 of %5</source>
        <translation>kürzeste %1, Median %2, längste %3; fehlgeschlagen: %4 von %5</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1: fehlgeschlagen, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>QciAuth::LoginDialog</name>
    <message>
        <source>Log in to QCi</source>
        <translation>Bei QCi anmelden</translation>
    </message>
    <message>
        <source>Sandbox: a service on this computer stands in for QCi&apos;s. Address and token are filled in.</source>
        <translation>Sandbox: Ein Dienst auf diesem Computer vertritt den von QCi. Adresse und Token sind schon eingetragen.</translation>
    </message>
    <message>
        <source>&amp;Profile name</source>
        <translation>Profil&amp;name</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Profilname</translation>
    </message>
    <message>
        <source>API &amp;URL</source>
        <translation>API-&amp;URL</translation>
    </message>
    <message>
        <source>API URL</source>
        <translation>API-URL</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>API-To&amp;ken</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Paste it here; lines of a .env file will do, too</source>
        <translation>Hier einfügen; auch Zeilen einer .env-Datei</translation>
    </message>
    <message>
        <source>&amp;Keep me logged in</source>
        <translation>Angemeldet &amp;bleiben</translation>
    </message>
    <message>
        <source>Keep me logged in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Store the API token in the keychain of this computer</source>
        <translation>Das API-Token im Schlüsselbund dieses Computers speichern</translation>
    </message>
    <message>
        <source>Use QCI_API_URL and QCI_TOKEN</source>
        <translation>QCI_API_URL und QCI_TOKEN nutzen</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation>Zeit&amp;limit</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation>CA-Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Allow plain &amp;HTTP</source>
        <translation>&amp;HTTP ohne TLS zulassen</translation>
    </message>
    <message>
        <source>Plain HTTP sends your API token readable to everybody on the way. Only for networks that you trust wholly.</source>
        <translation>HTTP ohne TLS überträgt Ihr API-Token für alle auf dem Weg lesbar. Nur für Netze, denen Sie völlig vertrauen.</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>Warten auf den Schlüsselbund. Wenn er eine Abfrage zeigt, beantworten Sie sie.</translation>
    </message>
    <message>
        <source>Show API token</source>
        <translation>API-Token anzeigen</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no keychain on this computer to keep the token in. Start one that offers the Secret Service, such as GNOME Keyring, to stay logged in.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund, der das Token aufbewahrt. Starten Sie einen, der den Secret Service anbietet, etwa GNOME Keyring, um angemeldet zu bleiben.</translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation>CA-&amp;Zertifikat</translation>
    </message>
    <message>
        <source>For example https://api.qci-prod.com</source>
        <translation>Zum Beispiel https://api.qci-prod.com</translation>
    </message>
    <message>
        <source>Use QCI_API_URL</source>
        <translation>QCI_API_URL nutzen</translation>
    </message>
    <message>
        <source>Use QCI_TOKEN</source>
        <translation>QCI_TOKEN nutzen</translation>
    </message>
    <message>
        <source>PEM file, if your organization needs it</source>
        <translation>PEM-Datei Ihrer Organisation, falls nötig</translation>
    </message>
</context>
<context>
    <name>QciAuth::MainWindow</name>
    <message>
        <source>QCi Auth</source>
        <translation>QCi Auth</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Copy bearer header</source>
        <translation>&amp;Bearer-Header kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>&amp;Jetzt erneuern</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;About QCi Auth</source>
        <translation>Ü&amp;ber QCi Auth</translation>
    </message>
    <message>
        <source>QCi Auth — %1</source>
        <translation>QCi Auth – %1</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the API token may still be in it. Check whether the keychain shows a prompt; or quit again to leave it there.</source>
        <translation>Der Schlüsselbund antwortet nicht, das API-Token liegt vielleicht noch darin. Prüfen Sie, ob der Schlüsselbund eine Abfrage zeigt; oder beenden Sie das Programm noch einmal, um es dort zu lassen.</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Bare &amp;token</source>
        <translation>Nur das &amp;Token</translation>
    </message>
    <message>
        <source>&amp;curl command</source>
        <translation>&amp;curl-Befehl</translation>
    </message>
    <message>
        <source>&amp;Python headers for requests</source>
        <translation>&amp;Python-Header für requests</translation>
    </message>
    <message>
        <source>&amp;Environment lines</source>
        <translation>&amp;Umgebungsvariablen</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivitäten</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
</context>
<context>
    <name>QciAuth::Notice</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeBar</name>
    <message>
        <source>Close notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeChoice</name>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>Warten auf den Schlüsselbund. Wenn er eine Abfrage zeigt, beantworten Sie sie.</translation>
    </message>
    <message>
        <source>The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in https_proxy instead.</source>
        <translation>Der Proxy in %1 ist von einer nicht unterstützten Art und wird umgangen. Geben Sie in https_proxy stattdessen einen Proxy mit http:// oder socks5:// an.</translation>
    </message>
</context>
<context>
    <name>QciAuth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Clear &amp;clipboard after</source>
        <translation>Zwischenablage &amp;leeren nach</translation>
    </message>
    <message>
        <source>Clear clipboard after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message>
        <source>How long a copied token stays on the clipboard, unless something else is copied</source>
        <translation>Wie lange ein kopiertes Token in der Zwischenablage bleibt, wenn nichts anderes kopiert wird</translation>
    </message>
    <message>
        <source>Check &amp;service every</source>
        <translation>Abstand der &amp;Dienstprüfung</translation>
    </message>
    <message>
        <source>Check service every</source>
        <translation>Abstand der Dienstprüfung</translation>
    </message>
    <message>
        <source>How often the service is asked for its health while the window is visible</source>
        <translation>Wie oft der Zustand des Dienstes abgefragt wird, solange das Fenster sichtbar ist</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Benachrichtigen, wenn</translation>
    </message>
    <message>
        <source>a &amp;new login is needed</source>
        <translation>eine &amp;neue Anmeldung nötig ist</translation>
    </message>
    <message>
        <source>Notify me when a new login is needed</source>
        <translation>Benachrichtigen, wenn eine neue Anmeldung nötig ist</translation>
    </message>
    <message>
        <source>refreshing &amp;fails</source>
        <translation>das &amp;Erneuern fehlschlägt</translation>
    </message>
    <message>
        <source>Notify me when refreshing fails</source>
        <translation>Benachrichtigen, wenn das Erneuern fehlschlägt</translation>
    </message>
    <message>
        <source>Only when less than five minutes of the token are left</source>
        <translation>Nur wenn das Token noch weniger als fünf Minuten gültig ist</translation>
    </message>
    <message>
        <source>all is &amp;well again</source>
        <translation>alles &amp;wieder funktioniert</translation>
    </message>
    <message>
        <source>Notify me when all is well again</source>
        <translation>Benachrichtigen, wenn alles wieder funktioniert</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Close to &amp;tray</source>
        <translation>In den &amp;Infobereich schließen</translation>
    </message>
    <message>
        <source>Close to tray</source>
        <translation>In den Infobereich schließen</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray, where a tray shows it</source>
        <translation>Nach dem Schließen des Fensters bleibt das Programm im Infobereich, sofern es dort zu sehen ist</translation>
    </message>
    <message>
        <source>Start the program when you log in to this computer</source>
        <translation>Das Programm starten, wenn Sie sich an diesem Computer anmelden</translation>
    </message>
    <message>
        <source>Start &amp;hidden</source>
        <translation>&amp;Verborgen starten</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Verborgen starten</translation>
    </message>
    <message>
        <source>At login only the icon in the tray appears; where no tray shows it, the window does</source>
        <translation>Bei der Anmeldung erscheint nur das Symbol im Infobereich; wo es dort nicht zu sehen ist, das Fenster</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation>%1 (nicht in dieser Version)</translation>
    </message>
    <message>
        <source>What was chosen before cannot be read (%1), so this shows how the program comes. The next change keeps a copy of the file.</source>
        <translation>Die bisherigen Einstellungen können nicht gelesen werden (%1), daher stehen hier die Vorgaben. Bei der nächsten Änderung bleibt eine Kopie der Datei erhalten.</translation>
    </message>
    <message>
        <source>Choices here end with the sandbox. Language and start with the desktop cannot be chosen in it.</source>
        <translation>Was Sie hier wählen, endet mit der Sandbox. Sprache und Start mit dem Desktop sind in ihr nicht wählbar.</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Programmstart.</translation>
    </message>
    <message>
        <source>No tray shows the program now, so closing the window ends it.</source>
        <translation>Derzeit zeigt kein Infobereich das Programm; Schließen beendet es daher.</translation>
    </message>
    <message>
        <source>Start with the &amp;desktop</source>
        <translation>Mit dem &amp;Desktop starten</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>Mit dem Desktop starten</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProblemLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBar</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Profile: who is logged in, and where</source>
        <translation>Profil: wer wo angemeldet ist</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>A service on this computer stands in for the real one: nothing here is worth anything outside.</source>
        <translation>Ein Dienst auf diesem Computer vertritt den echten: Nichts von hier gilt anderswo.</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Forget the tokens and take the API token out of the keychain</source>
        <translation>Die Tokens verwerfen und das API-Token aus dem Schlüsselbund entfernen</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBoxAccessible</name>
    <message>
        <source>Opens or closes the list of profiles</source>
        <translation>Öffnet oder schließt die Profilliste</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileModel</name>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileStore</name>
    <message>
        <source>Give the profile a name, such as “default”.</source>
        <translation>Geben Sie dem Profil einen Namen, etwa „default“.</translation>
    </message>
    <message>
        <source>The profile name is longer than %1 characters. Choose a shorter one.</source>
        <translation>Der Profilname ist länger als %1 Zeichen. Wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>The profile name has a line break or another control character. Remove it.</source>
        <translation>Der Profilname enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Entfernen Sie es.</translation>
    </message>
</context>
<context>
    <name>QciAuth::RuntimeFolder</name>
    <message>
        <source>There is no folder for temporary files. Create the one that the environment variable TMPDIR names, or unset it.</source>
        <translation>Es gibt keinen Ordner für temporäre Dateien. Legen Sie den an, den die Umgebungsvariable TMPDIR nennt, oder löschen Sie die Variable.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on the disk.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden (%2). Prüfen Sie die Zugriffsrechte des übergeordneten Ordners und den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>%1 is not a folder but a link or a file, so it is not used. Remove it and try again.</source>
        <translation>%1 ist kein Ordner, sondern eine Verknüpfung oder Datei, und wird daher nicht verwendet. Entfernen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to remove it.</source>
        <translation>Der Ordner %1 gehört einem anderen Benutzer und wird daher nicht verwendet. Bitten Sie die Systemverwaltung, ihn zu entfernen.</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.</source>
        <translation>Der Ordner %1 ist für andere Benutzer zugänglich und lässt sich nicht vor ihnen schützen (%2). Entfernen Sie ihn und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SandboxProcess</name>
    <message>
        <source>The sandbox cannot be started: %1 is missing or cannot be run. Build or install qci-auth-sandbox next to this program.</source>
        <translation>Die Sandbox kann nicht gestartet werden: %1 fehlt oder ist nicht ausführbar. Bauen oder installieren Sie qci-auth-sandbox neben diesem Programm.</translation>
    </message>
    <message>
        <source>The sandbox has ended (%1). Start the program again for a new one.</source>
        <translation>Die Sandbox hat sich beendet (%1). Starten Sie das Programm für eine neue noch einmal.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServiceHint</name>
    <message>
        <source>Asking the service…</source>
        <translation>Dienst wird abgefragt…</translation>
    </message>
    <message>
        <source>A QCi service answers here: %1 (%2)</source>
        <translation>Hier antwortet ein QCi-Dienst: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Dienst: %1</translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionCommands</name>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>The API token could not be taken out of the keychain and is still there. %1</source>
        <translation>Das API-Token konnte nicht aus dem Schlüsselbund entfernt werden und ist noch dort. %1</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>Nicht erneuert: %1</translation>
    </message>
    <message>
        <source>Nothing copied: %1</source>
        <translation>Nichts kopiert: %1</translation>
    </message>
    <message>
        <source>Nothing copied: the desktop did not take it. Click in the window and copy again.</source>
        <translation>Nichts kopiert: Der Desktop hat es nicht angenommen. Klicken Sie in das Fenster, und kopieren Sie erneut.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionNotifications</name>
    <message>
        <source>Login required: %1</source>
        <translation>Anmeldung nötig: %1</translation>
    </message>
    <message>
        <source>The service refuses the API token. Log in again to go on.</source>
        <translation>Der Dienst lehnt das API-Token ab. Melden Sie sich neu an, um fortzufahren.</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>Erneuern schlägt fehl: %1</translation>
    </message>
    <message>
        <source>The access token expires in less than 5 minutes.</source>
        <translation>Das Zugriffstoken läuft in weniger als 5 Minuten ab.</translation>
    </message>
    <message>
        <source>There is no valid access token any more.</source>
        <translation>Es gibt kein gültiges Zugriffstoken mehr.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Working again: %1</source>
        <translation>Funktioniert wieder: %1</translation>
    </message>
    <message>
        <source>There is a valid access token again.</source>
        <translation>Es gibt wieder ein gültiges Zugriffstoken.</translation>
    </message>
    <message>
        <source>No token yet: %1</source>
        <translation>Noch kein Token: %1</translation>
    </message>
    <message>
        <source>Since the program started, no access token could be fetched. It tries again by itself.</source>
        <translation>Seit dem Start des Programms konnte kein Zugriffstoken geholt werden. Es versucht es von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message>
        <source>Refreshing…</source>
        <translation>Wird erneuert…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Refreshing fails</source>
        <translation>Erneuern schlägt fehl</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Noch kein Token</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>Login required</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen seit %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>expires %1, renews itself about %2</source>
        <translation>gültig bis %1, erneuert sich gegen %2</translation>
    </message>
    <message>
        <source>Token expires in less than a minute</source>
        <translation>Token läuft in weniger als einer Minute ab</translation>
    </message>
    <message>
        <source>Log in again to go on.</source>
        <translation>Melden Sie sich neu an, um fortzufahren.</translation>
    </message>
    <message>
        <source>You are logged in for this run only: the API token is not stored. %1</source>
        <translation>Sie sind nur bis zum Programmende angemeldet: Das API-Token ist nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Refreshing fails: %1.</source>
        <translation>Erneuern schlägt fehl: %1.</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>Erneuern schlägt fehl: %1</translation>
    </message>
    <message>
        <source>Token valid until %1.</source>
        <translation>Token gültig bis %1.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Nächster Versuch in %1 s.</translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation>Nächster Versuch in %1 min.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min behind the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Dienstes %1 min nach. Die Zeiten hier sind berichtigt; stellen Sie die Uhr für andere Programme richtig.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min ahead of the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Dienstes %1 min vor. Die Zeiten hier sind berichtigt; stellen Sie die Uhr für andere Programme richtig.</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1, %2 ms</translation>
    </message>
    <message>
        <source>unreachable, %1</source>
        <translation>nicht erreichbar, %1</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird abgefragt…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>Token läuft in %n Minute ab</numerusform>
            <numerusform>Token läuft in %n Minuten ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing fails, under 1 min left</source>
        <translation>Erneuern schlägt fehl, noch unter 1 min</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>noch unter 1 min</translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation>
            <numerusform>Erneuern schlägt fehl, noch %n h</numerusform>
            <numerusform>Erneuern schlägt fehl, noch %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>noch %n h</numerusform>
            <numerusform>noch %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation>
            <numerusform>Erneuern schlägt fehl, noch %n min</numerusform>
            <numerusform>Erneuern schlägt fehl, noch %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>noch %n min</numerusform>
            <numerusform>noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Läuft bald ab</translation>
    </message>
</context>
<context>
    <name>QciAuth::Sparkline</name>
    <message>
        <source>Latency: %1</source>
        <translation>Latenz: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::StatusBar</name>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>Zwischenablage leert sich in %1 s</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message>
        <source>Bearer header copied</source>
        <translation>Bearer-Header kopiert</translation>
    </message>
    <message>
        <source>Refreshed, and bearer header copied</source>
        <translation>Erneuert und Bearer-Header kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Bearer header copied, but it expires in %n s</source>
        <translation>
            <numerusform>Bearer-Header kopiert, läuft aber in %n s ab</numerusform>
            <numerusform>Bearer-Header kopiert, läuft aber in %n s ab</numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>curl-Befehl kopiert</translation>
    </message>
    <message>
        <source>Refreshed, and curl command copied</source>
        <translation>Erneuert und curl-Befehl kopiert</translation>
    </message>
    <message numerus="yes">
        <source>curl command copied, but its token expires in %n s</source>
        <translation>
            <numerusform>curl-Befehl kopiert, das Token läuft aber in %n s ab</numerusform>
            <numerusform>curl-Befehl kopiert, das Token läuft aber in %n s ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Python headers copied</source>
        <translation>Python-Header kopiert</translation>
    </message>
    <message>
        <source>Refreshed, and Python headers copied</source>
        <translation>Erneuert und Python-Header kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Python headers copied, but their token expires in %n s</source>
        <translation>
            <numerusform>Python-Header kopiert, das Token läuft aber in %n s ab</numerusform>
            <numerusform>Python-Header kopiert, das Token läuft aber in %n s ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment lines copied</source>
        <translation>Umgebungsvariablen kopiert</translation>
    </message>
    <message>
        <source>Refreshed, and environment lines copied</source>
        <translation>Erneuert und Umgebungsvariablen kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Environment lines copied, but their token expires in %n s</source>
        <translation>
            <numerusform>Umgebungsvariablen kopiert, das Token läuft aber in %n s ab</numerusform>
            <numerusform>Umgebungsvariablen kopiert, das Token läuft aber in %n s ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Bare token copied</source>
        <translation>Nur das Token kopiert</translation>
    </message>
    <message>
        <source>Refreshed, and bare token copied</source>
        <translation>Erneuert und nur das Token kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Bare token copied, but it expires in %n s</source>
        <translation>
            <numerusform>Nur das Token kopiert, läuft aber in %n s ab</numerusform>
            <numerusform>Nur das Token kopiert, läuft aber in %n s ab</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenPage</name>
    <message>
        <source>Copy bearer header</source>
        <translation>Bearer-Header kopieren</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Copy organization ID</source>
        <translation>Organisations-ID kopieren</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>Benutzer-ID kopieren</translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation>Organisations-ID kopiert</translation>
    </message>
    <message>
        <source>User ID copied</source>
        <translation>Benutzer-ID kopiert</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>Organization ID: %1</source>
        <translation>Organisations-ID: %1</translation>
    </message>
    <message>
        <source>User ID: %1</source>
        <translation>Benutzer-ID: %1</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy the token in another form</source>
        <translation>Das Token in anderer Form kopieren</translation>
    </message>
    <message>
        <source>Copy the line “Authorization: Bearer …” for a request</source>
        <translation>Die Zeile „Authorization: Bearer …“ für eine Anfrage kopieren</translation>
    </message>
    <message>
        <source>Exchange the API token for a new access token now</source>
        <translation>Das API-Token jetzt gegen ein neues Zugriffstoken tauschen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip, shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayIcon</name>
    <message>
        <source>Copy bearer header</source>
        <translation>Bearer-Header kopieren</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayReading</name>
    <message>
        <source>%1. %2</source>
        <comment>state, such as Logged in; time left, such as Token expires in 5 minutes</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a profile; its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowCloser</name>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>Waiting for the refresh to end…</source>
        <translation>Warten auf das Ende der Erneuerung…</translation>
    </message>
    <message>
        <source>Waiting for the login to end…</source>
        <translation>Warten auf das Ende der Anmeldung…</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowTray</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>QCi Auth goes on in the tray</source>
        <translation>QCi Auth läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Click its icon to see the window again. To end the program, choose Quit in the icon&apos;s menu.</source>
        <translation>Klicken Sie auf das Symbol, um das Fenster wieder zu sehen. Um das Programm zu beenden, wählen Sie im Menü des Symbols „Beenden“.</translation>
    </message>
</context>
</TS>
