<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>QciAuth::AboutBox</name>
    <message>
        <source>About QCi Auth</source>
        <translation>À propos de QCi Auth</translation>
    </message>
    <message>
        <source>QCi Auth %1</source>
        <translation>QCi Auth %1</translation>
    </message>
    <message>
        <source>Exchanges a QCi API token for bearer headers, and keeps it in the keychain.

Qt %1 · %2
Licensed under the Apache License 2.0</source>
        <translation>Échange un jeton d’API de QCi contre des en-têtes Bearer, et le garde dans le trousseau de clés.

Qt %1 · %2
Distribué sous licence Apache 2.0</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Logins, refreshes, copies and faults are listed here until the program ends.</source>
        <translation>Rien pour l’instant. Connexions, renouvellements, copies et erreurs s’affichent ici jusqu’à l’arrêt du programme.</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>Copier la &amp;sélection</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Tout copier</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityLog</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityRecorder</name>
    <message>
        <source>The profile was removed or renamed by another program</source>
        <translation>Le profil a été supprimé ou renommé par un autre programme</translation>
    </message>
    <message>
        <source>Took over a token that another program got; it expires %1</source>
        <translation>Reprise d’un jeton obtenu par un autre programme (expiration&#xa0;: %1)</translation>
    </message>
    <message>
        <source>Refreshed; the token expires %1</source>
        <translation>Jeton renouvelé (expiration&#xa0;: %1)</translation>
    </message>
    <message>
        <source>Logged in; the token expires %1</source>
        <translation>Connexion réussie (expiration du jeton&#xa0;: %1)</translation>
    </message>
    <message>
        <source>Login required: %1</source>
        <translation>Connexion requise&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>Non renouvelé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>Le jeton a expiré</translation>
    </message>
    <message>
        <source>The API token could not be read: %1</source>
        <translation>Le jeton d’API n’a pas pu être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>The API token could not be stored: %1</source>
        <translation>Le jeton d’API n’a pas pu être enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>The API token is stored now</source>
        <translation>Le jeton d’API est maintenant enregistré</translation>
    </message>
    <message>
        <source>Login found in the keychain; the token expires %1</source>
        <translation>Connexion trouvée dans le trousseau (expiration du jeton&#xa0;: %1)</translation>
    </message>
</context>
<context>
    <name>QciAuth::AgentServer</name>
    <message>
        <source>its path is empty or too long for a socket</source>
        <translation>son chemin est vide ou trop long pour un socket</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>aucun fichier ne peut y être créé</translation>
    </message>
    <message>
        <source>Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its permissions and the room on the disk, and start the window again.</source>
        <translation>Les autres programmes ne peuvent pas interroger cette fenêtre, car le dossier %1 est inutilisable (%2). Vérifiez ses droits d’accès et l’espace disque, puis relancez la fenêtre.</translation>
    </message>
</context>
<context>
    <name>QciAuth::Application</name>
    <message>
        <source>The window that is open already does not answer, so this is a second one, which other programs cannot ask. End the first one, and start this one again.</source>
        <translation>La fenêtre déjà ouverte ne répond pas&#xa0;: en voici donc une seconde, que les autres programmes ne peuvent pas interroger. Arrêtez la première, puis relancez celle-ci.</translation>
    </message>
    <message>
        <source>Another program changed the profiles or logins</source>
        <translation>Un autre programme a modifié les profils ou les connexions</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>Diagnostic copié</translation>
    </message>
</context>
<context>
    <name>QciAuth::Autostart</name>
    <message>
        <source>This system does not let programs set that. Add QCi Auth to what starts at login in the system&apos;s own settings.</source>
        <translation>Ce système ne permet pas aux programmes de régler cela. Ajoutez QCi Auth aux programmes lancés à l’ouverture de session dans les paramètres du système.</translation>
    </message>
    <message>
        <source>%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.</source>
        <translation>%1 ne lance pas QCi Auth, et quelqu’un peut en avoir besoin. Déplacez ce fichier, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 cannot be removed. Check the permissions of its folder, then try again.</source>
        <translation>Impossible de supprimer %1. Vérifiez les droits d’accès de son dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.</source>
        <translation>Impossible d’écrire %1 (%2). Vérifiez les droits d’accès de son dossier et l’espace disque, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>QciAuth::ConfigurationFile</name>
    <message>
        <source>%1: it is not a file</source>
        <translation>%1&#xa0;: ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>%1: it is larger than settings ever are</source>
        <translation>%1&#xa0;: le fichier est plus gros que des paramètres ne le sont jamais</translation>
    </message>
    <message>
        <source>%1: it is empty</source>
        <translation>%1&#xa0;: le fichier est vide</translation>
    </message>
    <message>
        <source>%1: it is not text in UTF-8</source>
        <translation>%1&#xa0;: ce n’est pas du texte en UTF-8</translation>
    </message>
    <message>
        <source>%1: a line in it is not a setting</source>
        <translation>%1&#xa0;: une ligne n’y est pas un paramètre</translation>
    </message>
    <message>
        <source>%1: a value in it is not one of a setting</source>
        <translation>%1&#xa0;: une valeur n’y est pas celle d’un paramètre</translation>
    </message>
    <message>
        <source>%1: it has no API URL</source>
        <translation>%1&#xa0;: l’URL de l’API y manque</translation>
    </message>
    <message>
        <source>%1: its API URL is not a complete address</source>
        <translation>%1&#xa0;: l’URL de l’API n’y est pas une adresse complète</translation>
    </message>
    <message>
        <source>the configuration file %1 cannot be written</source>
        <translation>impossible d’écrire le fichier de configuration %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n&#xa0;seconde</numerusform>
            <numerusform>%n&#xa0;secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>QciAuth::EmptyPage</name>
    <message>
        <source>You are logged out</source>
        <translation>Aucune session ouverte</translation>
    </message>
    <message>
        <source>Log in with your API token. You got it from QCi with your account; if you have none, ask QCi&apos;s support for one.</source>
        <translation>Connectez-vous avec votre jeton d’API. QCi vous l’a remis avec votre compte&#xa0;; si vous n’en avez pas, demandez-en un à l’assistance de QCi.</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <comment>the state, not what was done</comment>
        <translation>Déconnecté</translation>
    </message>
</context>
<context>
    <name>QciAuth::ErrorText</name>
    <message>
        <source>The service refuses the API token (%1). Check that it is complete and still valid, or get a new one from QCi.</source>
        <translation>Le service refuse le jeton d’API (%1). Vérifiez qu’il est complet et toujours valable, ou demandez-en un nouveau à QCi.</translation>
    </message>
    <message>
        <source>There is no QCi service at this address: %1 answers %2. Check the API URL.</source>
        <translation>Il n’y a pas de service QCi à cette adresse&#xa0;: %1 répond %2. Vérifiez l’URL de l’API.</translation>
    </message>
    <message>
        <source>The service at %1 answers %2. Try again later; if that goes on, ask QCi&apos;s support.</source>
        <translation>Le service sur %1 répond %2. Réessayez plus tard&#xa0;; si cela persiste, adressez-vous à l’assistance de QCi.</translation>
    </message>
    <message>
        <source>The API URL is missing. Enter the address of the QCi service.</source>
        <translation>L’URL de l’API manque. Saisissez l’adresse du service QCi.</translation>
    </message>
    <message>
        <source>This is not a complete address. Enter the API URL with its https://, without user name or query.</source>
        <translation>Cette adresse n’est pas complète. Saisissez l’URL de l’API avec son https://, sans nom d’utilisateur ni paramètres.</translation>
    </message>
    <message>
        <source>Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced if you trust every network in between.</source>
        <translation>HTTP en clair enverrait le jeton sans protection à %1. Utilisez https, ou autorisez HTTP en clair sous «&#xa0;Avancé&#xa0;» si vous faites confiance à tous les réseaux traversés.</translation>
    </message>
    <message>
        <source>The API token is missing. Paste the token that you got from QCi.</source>
        <translation>Le jeton d’API manque. Collez le jeton que QCi vous a remis.</translation>
    </message>
    <message>
        <source>This is not an API token: it has spaces or other characters that no token has, or is too long. Paste the token alone.</source>
        <translation>Ce n’est pas un jeton d’API&#xa0;: il contient des espaces ou d’autres caractères qu’aucun jeton n’a, ou il est trop long. Collez uniquement le jeton.</translation>
    </message>
    <message>
        <source>The CA certificate file cannot be used (%1). Choose a readable PEM file.</source>
        <translation>Le fichier de certificat CA est inutilisable (%1). Choisissez un fichier PEM lisible.</translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the API URL and your network connection.</source>
        <translation>L’hôte %1 est introuvable. Vérifiez l’URL de l’API et votre connexion réseau.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete. Try again.</source>
        <translation>La connexion à %1 a été coupée avant la fin de la réponse. Réessayez.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network connection, or try again later.</source>
        <translation>%1 n’a pas répondu à temps. Vérifiez votre connexion réseau, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network connection.</source>
        <translation>%1 est injoignable. Vérifiez votre connexion réseau.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed. Check the proxy settings of your system.</source>
        <translation>Le proxy vers %1 a échoué. Vérifiez les paramètres de proxy de votre système.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own certificate authority, choose its CA certificate file under Advanced.</source>
        <translation>L’identité de %1 ne peut pas être vérifiée (%2). Vérifiez l’URL de l’API&#xa0;; si votre organisation utilise sa propre autorité de certification, choisissez son fichier de certificat CA sous «&#xa0;Avancé&#xa0;».</translation>
    </message>
    <message>
        <source>The address has moved (%1). Tokens are not sent on; enter the right API URL.</source>
        <translation>L’adresse a changé (%1). Les jetons n’y sont pas transmis&#xa0;; saisissez la bonne URL de l’API.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the network first.</source>
        <translation>Ce qui répond sur %1 n’est pas un service QCi. Vérifiez l’URL de l’API&#xa0;; sur un réseau invité, identifiez-vous d’abord auprès de ce réseau.</translation>
    </message>
    <message>
        <source>The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.</source>
        <translation>Le service sur %1 donne une réponse incompréhensible (%2). Vérifiez l’URL de l’API, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or KeePassXC, and log in again.</source>
        <translation>Il n’y a pas de trousseau de clés. Lancez-en un qui offre le Secret Service, comme GNOME Keyring, KDE Wallet ou KeePassXC, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Le trousseau de clés est verrouillé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Check whether it shows a prompt, or restart it.</source>
        <translation>Le trousseau de clés ne répond pas. Vérifiez s’il affiche une demande, ou redémarrez-le.</translation>
    </message>
    <message>
        <source>The keychain could not do it (%1). Check that it is set up and unlocked.</source>
        <translation>Le trousseau de clés a échoué (%1). Vérifiez qu’il est configuré et déverrouillé.</translation>
    </message>
    <message>
        <source>The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.</source>
        <translation>Les paramètres ne peuvent pas être enregistrés (%1). Vérifiez les droits d’accès du fichier et l’espace disque.</translation>
    </message>
    <message>
        <source>The settings cannot be read (%1). Repair or remove the file and try again, or log in again: that keeps a copy of it. What is in the keychain stays there until then.</source>
        <translation>Les paramètres ne peuvent pas être lus (%1). Réparez ou supprimez le fichier et réessayez, ou reconnectez-vous&#xa0;: une copie du fichier sera alors gardée. Le contenu du trousseau de clés y reste jusque-là.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Opération annulée.</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>hôte introuvable</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>pas de réseau</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>échec du proxy</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>certificat non approuvé</translation>
    </message>
    <message>
        <source>CA certificate file not usable</source>
        <translation>fichier de certificat CA inutilisable</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>pas de connexion sécurisée</translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation>l’adresse a changé</translation>
    </message>
    <message>
        <source>API token refused (%1)</source>
        <translation>jeton d’API refusé (%1)</translation>
    </message>
    <message>
        <source>service answers %1</source>
        <translation>le service répond %1</translation>
    </message>
    <message>
        <source>not a QCi service</source>
        <translation>pas un service QCi</translation>
    </message>
    <message>
        <source>answer makes no sense</source>
        <translation>réponse incompréhensible</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>pas de trousseau</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>trousseau verrouillé</translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translation>le trousseau ne répond pas</translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation>échec du trousseau</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>adresse non valide</translation>
    </message>
    <message>
        <source>plain http not allowed</source>
        <translation>HTTP en clair non autorisé</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>not an API token</source>
        <translation>pas un jeton d’API</translation>
    </message>
    <message>
        <source>settings not saved</source>
        <translation>paramètres non enregistrés</translation>
    </message>
    <message>
        <source>settings not readable</source>
        <translation>paramètres illisibles</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>An address with %1:// cannot be used. Enter the API URL with https://; http:// is for services on this computer, or where plain HTTP is allowed under Advanced.</source>
        <translation>Une adresse en %1:// n’est pas utilisable. Saisissez l’URL de l’API avec https://&#xa0;; http:// est réservé aux services de cet ordinateur, ou aux cas où HTTP en clair est autorisé sous «&#xa0;Avancé&#xa0;».</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps http:// is meant. Check the API URL and its port.</source>
        <translation>%1 répond sur le port %2, mais n’établit pas de connexion sécurisée (TLS)&#xa0;: peut-être faut-il http://. Vérifiez l’URL de l’API et son port.</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps that port is for plain HTTP. Check the API URL and its port, or try again later.</source>
        <translation>%1 répond sur le port %2, mais n’établit pas de connexion sécurisée (TLS)&#xa0;: ce port est peut-être destiné à HTTP en clair. Vérifiez l’URL de l’API et son port, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2: the connection was refused. Check the API URL and its port, or try again later.</source>
        <translation>Rien ne répond sur %1, port %2&#xa0;: la connexion a été refusée. Vérifiez l’URL de l’API et son port, ou réessayez plus tard.</translation>
    </message>
</context>
<context>
    <name>QciAuth::LatencyText</name>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>%1 – %2, median %3</source>
        <translation>%1 – %2, médiane %3</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>pas encore contrôlé</translation>
    </message>
    <message>
        <source>failed: %1 of %2</source>
        <translation>échecs&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>shortest %1, median %2, longest %3; failed: %4 of %5</source>
        <translation>minimum %1, médiane %2, maximum %3&#xa0;; échecs&#xa0;: %4 sur %5</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1&#xa0;: échec, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
</context>
<context>
    <name>QciAuth::LoginDialog</name>
    <message>
        <source>Log in to QCi</source>
        <translation>Connexion à QCi</translation>
    </message>
    <message>
        <source>Sandbox: a service on this computer stands in for QCi&apos;s. Address and token are filled in.</source>
        <translation>Bac à sable&#xa0;: un service sur cet ordinateur remplace celui de QCi. L’adresse et le jeton sont préremplis.</translation>
    </message>
    <message>
        <source>&amp;Profile name</source>
        <translation>&amp;Nom du profil</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Nom du profil</translation>
    </message>
    <message>
        <source>API &amp;URL</source>
        <translation>&amp;URL de l’API</translation>
    </message>
    <message>
        <source>API URL</source>
        <translation>URL de l’API</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>&amp;Jeton d’API</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>Jeton d’API</translation>
    </message>
    <message>
        <source>Paste it here; lines of a .env file will do, too</source>
        <translation>Collez-le ici, ou des lignes d’un fichier .env</translation>
    </message>
    <message>
        <source>&amp;Keep me logged in</source>
        <translation>&amp;Rester connecté</translation>
    </message>
    <message>
        <source>Keep me logged in</source>
        <translation>Rester connecté</translation>
    </message>
    <message>
        <source>Store the API token in the keychain of this computer</source>
        <translation>Enregistrer le jeton d’API dans le trousseau de clés de cet ordinateur</translation>
    </message>
    <message>
        <source>Use QCI_API_URL and QCI_TOKEN</source>
        <translation>Utiliser QCI_API_URL et QCI_TOKEN</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Avancé</translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation>&amp;Délai d’attente</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Délai d’attente</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation>Fichier de certificat CA</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Allow plain &amp;HTTP</source>
        <translation>Autoriser &amp;HTTP en clair</translation>
    </message>
    <message>
        <source>Plain HTTP sends your API token readable to everybody on the way. Only for networks that you trust wholly.</source>
        <translation>En HTTP en clair, votre jeton d’API est lisible par tous sur le trajet. À réserver aux réseaux de toute confiance.</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>Attente du trousseau de clés. S’il affiche une demande, répondez-y.</translation>
    </message>
    <message>
        <source>Show API token</source>
        <translation>Afficher le jeton d’API</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>Certificat CA</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt);;All files (*)</source>
        <translation>Fichiers PEM (*.pem *.crt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There is no keychain on this computer to keep the token in. Start one that offers the Secret Service, such as GNOME Keyring, to stay logged in.</source>
        <translation>Cet ordinateur n’a pas de trousseau de clés pour garder le jeton. Lancez-en un qui offre le Secret Service, comme GNOME Keyring, pour rester connecté.</translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation>&amp;Certificat CA</translation>
    </message>
    <message>
        <source>For example https://api.qci-prod.com</source>
        <translation>Par exemple https://api.qci-prod.com</translation>
    </message>
    <message>
        <source>Use QCI_API_URL</source>
        <translation>Utiliser QCI_API_URL</translation>
    </message>
    <message>
        <source>Use QCI_TOKEN</source>
        <translation>Utiliser QCI_TOKEN</translation>
    </message>
    <message>
        <source>PEM file, if your organization needs it</source>
        <translation>Fichier PEM, si votre organisation l’exige</translation>
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
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>&amp;Connexion…</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>&amp;Déconnexion</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Copy bearer header</source>
        <translation>&amp;Copier l’en-tête Bearer</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>&amp;Renouveler</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;About QCi Auth</source>
        <translation>À &amp;propos de QCi Auth</translation>
    </message>
    <message>
        <source>QCi Auth — %1</source>
        <translation>QCi Auth — %1</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the API token may still be in it. Check whether the keychain shows a prompt; or quit again to leave it there.</source>
        <translation>Le trousseau de clés ne répond pas&#xa0;: le jeton d’API y est peut-être encore. Vérifiez si le trousseau affiche une demande, ou quittez à nouveau pour l’y laisser.</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Copier co&amp;mme</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Bare &amp;token</source>
        <translation>&amp;Jeton seul</translation>
    </message>
    <message>
        <source>&amp;curl command</source>
        <translation>&amp;Commande curl</translation>
    </message>
    <message>
        <source>&amp;Python headers for requests</source>
        <translation>En-têtes &amp;Python pour requests</translation>
    </message>
    <message>
        <source>&amp;Environment lines</source>
        <translation>&amp;Variables d’environnement</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Activité</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
</context>
<context>
    <name>QciAuth::Notice</name>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Se reconnecter…</translation>
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
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>Message&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeChoice</name>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>Attente du trousseau de clés. S’il affiche une demande, répondez-y.</translation>
    </message>
    <message>
        <source>The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in https_proxy instead.</source>
        <translation>Le proxy indiqué dans %1 est d’un type inutilisable&#xa0;: il est contourné. Indiquez plutôt un proxy http:// ou socks5:// dans https_proxy.</translation>
    </message>
</context>
<context>
    <name>QciAuth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Clear &amp;clipboard after</source>
        <translation>Vider le &amp;presse-papiers après</translation>
    </message>
    <message>
        <source>Clear clipboard after</source>
        <translation>Vider le presse-papiers après</translation>
    </message>
    <message>
        <source>How long a copied token stays on the clipboard, unless something else is copied</source>
        <translation>Temps pendant lequel un jeton copié reste dans le presse-papiers, sauf si autre chose est copié</translation>
    </message>
    <message>
        <source>Check &amp;service every</source>
        <translation>&amp;Intervalle de contrôle</translation>
    </message>
    <message>
        <source>Check service every</source>
        <translation>Intervalle de contrôle du service</translation>
    </message>
    <message>
        <source>How often the service is asked for its health while the window is visible</source>
        <translation>Intervalle auquel l’état du service est demandé tant que la fenêtre est visible</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Me prévenir quand</translation>
    </message>
    <message>
        <source>a &amp;new login is needed</source>
        <translation>il faut se &amp;reconnecter</translation>
    </message>
    <message>
        <source>Notify me when a new login is needed</source>
        <translation>Me prévenir quand il faut se reconnecter</translation>
    </message>
    <message>
        <source>refreshing &amp;fails</source>
        <translation>le renouvellement é&amp;choue</translation>
    </message>
    <message>
        <source>Notify me when refreshing fails</source>
        <translation>Me prévenir quand le renouvellement échoue</translation>
    </message>
    <message>
        <source>Only when less than five minutes of the token are left</source>
        <translation>Seulement quand il reste moins de cinq minutes au jeton</translation>
    </message>
    <message>
        <source>all is &amp;well again</source>
        <translation>&amp;tout rentre dans l’ordre</translation>
    </message>
    <message>
        <source>Notify me when all is well again</source>
        <translation>Me prévenir quand tout rentre dans l’ordre</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Close to &amp;tray</source>
        <translation>Fermer dans la &amp;zone de notification</translation>
    </message>
    <message>
        <source>Close to tray</source>
        <translation>Fermer dans la zone de notification</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray, where a tray shows it</source>
        <translation>À la fermeture de la fenêtre, le programme reste dans la zone de notification, si elle peut l’afficher</translation>
    </message>
    <message>
        <source>Start the program when you log in to this computer</source>
        <translation>Démarrer le programme quand vous ouvrez une session sur cet ordinateur</translation>
    </message>
    <message>
        <source>Start &amp;hidden</source>
        <translation>Démarrer &amp;masqué</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Démarrer masqué</translation>
    </message>
    <message>
        <source>At login only the icon in the tray appears; where no tray shows it, the window does</source>
        <translation>À l’ouverture de session, seule l’icône de la zone de notification apparaît&#xa0;; si rien ne peut l’afficher, c’est la fenêtre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation>%1 (absente de cette version)</translation>
    </message>
    <message>
        <source>What was chosen before cannot be read (%1), so this shows how the program comes. The next change keeps a copy of the file.</source>
        <translation>Les choix précédents ne peuvent pas être lus (%1)&#xa0;: voici les paramètres d’origine. La prochaine modification gardera une copie du fichier.</translation>
    </message>
    <message>
        <source>Choices here end with the sandbox. Language and start with the desktop cannot be chosen in it.</source>
        <translation>Ces choix valent jusqu’à la fin de ce bac à sable. La langue et le démarrage avec le bureau se choisissent en dehors.</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>La langue changera au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>No tray shows the program now, so closing the window ends it.</source>
        <translation>Aucune zone de notification n’affiche le programme pour l’instant&#xa0;: fermer la fenêtre l’arrête.</translation>
    </message>
    <message>
        <source>Start with the &amp;desktop</source>
        <translation>Démarrer avec le &amp;bureau</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>Démarrer avec le bureau</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProblemLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
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
        <translation>Profil&#xa0;: qui est connecté, et où</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>A service on this computer stands in for the real one: nothing here is worth anything outside.</source>
        <translation>Un service sur cet ordinateur remplace le vrai&#xa0;: rien ici n’a de valeur ailleurs.</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Forget the tokens and take the API token out of the keychain</source>
        <translation>Oublier les jetons et retirer le jeton d’API du trousseau de clés</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBoxAccessible</name>
    <message>
        <source>Opens or closes the list of profiles</source>
        <translation>Ouvre ou ferme la liste des profils</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileModel</name>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore interrogé</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, its state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileStore</name>
    <message>
        <source>Give the profile a name, such as “default”.</source>
        <translation>Donnez un nom au profil, comme «&#xa0;default&#xa0;».</translation>
    </message>
    <message>
        <source>The profile name is longer than %1 characters. Choose a shorter one.</source>
        <translation>Le nom du profil dépasse %1 caractères. Choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>The profile name has a line break or another control character. Remove it.</source>
        <translation>Le nom du profil contient un saut de ligne ou un autre caractère de contrôle. Supprimez-le.</translation>
    </message>
</context>
<context>
    <name>QciAuth::RuntimeFolder</name>
    <message>
        <source>There is no folder for temporary files. Create the one that the environment variable TMPDIR names, or unset it.</source>
        <translation>Il n’y a pas de dossier pour les fichiers temporaires. Créez celui que désigne la variable d’environnement TMPDIR, ou supprimez cette variable.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on the disk.</source>
        <translation>Impossible de créer le dossier %1 (%2). Vérifiez les droits d’accès du dossier parent et l’espace disque.</translation>
    </message>
    <message>
        <source>%1 is not a folder but a link or a file, so it is not used. Remove it and try again.</source>
        <translation>%1 n’est pas un dossier mais un lien ou un fichier, et n’est donc pas utilisé. Supprimez-le et réessayez.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to remove it.</source>
        <translation>Le dossier %1 appartient à un autre utilisateur et n’est donc pas utilisé. Demandez à la personne qui administre cette machine de le supprimer.</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.</source>
        <translation>Le dossier %1 est ouvert à d’autres utilisateurs et ne peut pas leur être fermé (%2). Supprimez-le et réessayez.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SandboxProcess</name>
    <message>
        <source>The sandbox cannot be started: %1 is missing or cannot be run. Build or install qci-auth-sandbox next to this program.</source>
        <translation>Impossible de lancer le bac à sable&#xa0;: %1 est absent ou ne peut pas être exécuté. Compilez ou installez qci-auth-sandbox à côté de ce programme.</translation>
    </message>
    <message>
        <source>The sandbox has ended (%1). Start the program again for a new one.</source>
        <translation>Le bac à sable s’est arrêté (%1). Relancez le programme pour en avoir un nouveau.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sans raison indiquée</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServiceHint</name>
    <message>
        <source>Asking the service…</source>
        <translation>Interrogation du service…</translation>
    </message>
    <message>
        <source>A QCi service answers here: %1 (%2)</source>
        <translation>Un service QCi répond ici&#xa0;: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Service&#xa0;: %1</translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionCommands</name>
    <message>
        <source>Logged out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>The API token could not be taken out of the keychain and is still there. %1</source>
        <translation>Le jeton d’API n’a pas pu être retiré du trousseau de clés et s’y trouve toujours. %1</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>Jeton renouvelé</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>Non renouvelé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing copied: %1</source>
        <translation>Rien n’a été copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing copied: the desktop did not take it. Click in the window and copy again.</source>
        <translation>Rien n’a été copié&#xa0;: le bureau ne l’a pas accepté. Cliquez dans la fenêtre et copiez à nouveau.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionNotifications</name>
    <message>
        <source>Login required: %1</source>
        <translation>Connexion requise&#xa0;: %1</translation>
    </message>
    <message>
        <source>The service refuses the API token. Log in again to go on.</source>
        <translation>Le service refuse le jeton d’API. Reconnectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>Échec du renouvellement&#xa0;: %1</translation>
    </message>
    <message>
        <source>The access token expires in less than 5 minutes.</source>
        <translation>Le jeton d’accès expire dans moins de 5&#xa0;minutes.</translation>
    </message>
    <message>
        <source>There is no valid access token any more.</source>
        <translation>Il n’y a plus de jeton d’accès valable.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Working again: %1</source>
        <translation>Rétabli&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is a valid access token again.</source>
        <translation>Il y a de nouveau un jeton d’accès valable.</translation>
    </message>
    <message>
        <source>No token yet: %1</source>
        <translation>Pas encore de jeton&#xa0;: %1</translation>
    </message>
    <message>
        <source>Since the program started, no access token could be fetched. It tries again by itself.</source>
        <translation>Depuis le démarrage du programme, aucun jeton d’accès n’a pu être obtenu. Il réessaie de lui-même.</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message>
        <source>Refreshing…</source>
        <translation>Renouvellement…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Attente du trousseau…</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Trousseau verrouillé</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Refreshing fails</source>
        <translation>Échec du renouvellement</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Pas encore de jeton</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Jeton expiré</translation>
    </message>
    <message>
        <source>Login required</source>
        <translation>Connexion requise</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>expiré depuis %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>expiration&#xa0;: %1</translation>
    </message>
    <message>
        <source>expires %1, renews itself about %2</source>
        <translation>expiration&#xa0;: %1, renouvellement vers %2</translation>
    </message>
    <message>
        <source>Token expires in less than a minute</source>
        <translation>Le jeton expire dans moins d’une minute</translation>
    </message>
    <message>
        <source>Log in again to go on.</source>
        <translation>Reconnectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>You are logged in for this run only: the API token is not stored. %1</source>
        <translation>Vous n’êtes connecté que jusqu’à l’arrêt du programme&#xa0;: le jeton d’API n’est pas enregistré. %1</translation>
    </message>
    <message>
        <source>Refreshing fails: %1.</source>
        <translation>Échec du renouvellement&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>Échec du renouvellement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Token valid until %1.</source>
        <translation>Expiration du jeton&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Nouvel essai dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation>Nouvel essai dans %1&#xa0;min.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min behind the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>L’horloge de cet ordinateur retarde de %1&#xa0;min sur celle du service. Les heures sont corrigées ici&#xa0;; réglez l’horloge pour les autres programmes.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min ahead of the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>L’horloge de cet ordinateur avance de %1&#xa0;min sur celle du service. Les heures sont corrigées ici&#xa0;; réglez l’horloge pour les autres programmes.</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1, %2&#xa0;ms</translation>
    </message>
    <message>
        <source>unreachable, %1</source>
        <translation>injoignable, %1</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>interrogation…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>Le jeton expire dans %n&#xa0;minute</numerusform>
            <numerusform>Le jeton expire dans %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing fails, under 1 min left</source>
        <translation>Échec du renouvellement, reste moins de 1&#xa0;min</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>reste moins de 1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation>
            <numerusform>Échec du renouvellement, reste %n&#xa0;h</numerusform>
            <numerusform>Échec du renouvellement, reste %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>reste %n&#xa0;h</numerusform>
            <numerusform>reste %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation>
            <numerusform>Échec du renouvellement, reste %n&#xa0;min</numerusform>
            <numerusform>Échec du renouvellement, reste %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>reste %n&#xa0;min</numerusform>
            <numerusform>reste %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Expire bientôt</translation>
    </message>
</context>
<context>
    <name>QciAuth::Sparkline</name>
    <message>
        <source>Latency: %1</source>
        <translation>Latence&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::StatusBar</name>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>Presse-papiers vidé dans %1&#xa0;s</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Pas de trousseau</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Trousseau&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message>
        <source>Bearer header copied</source>
        <translation>En-tête Bearer copié</translation>
    </message>
    <message>
        <source>Refreshed, and bearer header copied</source>
        <translation>Jeton renouvelé, en-tête Bearer copié</translation>
    </message>
    <message numerus="yes">
        <source>Bearer header copied, but it expires in %n s</source>
        <translation>
            <numerusform>En-tête Bearer copié, mais il expire dans %n&#xa0;s</numerusform>
            <numerusform>En-tête Bearer copié, mais il expire dans %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>Commande curl copiée</translation>
    </message>
    <message>
        <source>Refreshed, and curl command copied</source>
        <translation>Jeton renouvelé, commande curl copiée</translation>
    </message>
    <message numerus="yes">
        <source>curl command copied, but its token expires in %n s</source>
        <translation>
            <numerusform>Commande curl copiée, mais son jeton expire dans %n&#xa0;s</numerusform>
            <numerusform>Commande curl copiée, mais son jeton expire dans %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>Python headers copied</source>
        <translation>En-têtes Python copiés</translation>
    </message>
    <message>
        <source>Refreshed, and Python headers copied</source>
        <translation>Jeton renouvelé, en-têtes Python copiés</translation>
    </message>
    <message numerus="yes">
        <source>Python headers copied, but their token expires in %n s</source>
        <translation>
            <numerusform>En-têtes Python copiés, mais leur jeton expire dans %n&#xa0;s</numerusform>
            <numerusform>En-têtes Python copiés, mais leur jeton expire dans %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment lines copied</source>
        <translation>Variables d’environnement copiées</translation>
    </message>
    <message>
        <source>Refreshed, and environment lines copied</source>
        <translation>Jeton renouvelé, variables d’environnement copiées</translation>
    </message>
    <message numerus="yes">
        <source>Environment lines copied, but their token expires in %n s</source>
        <translation>
            <numerusform>Variables d’environnement copiées, mais leur jeton expire dans %n&#xa0;s</numerusform>
            <numerusform>Variables d’environnement copiées, mais leur jeton expire dans %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>Bare token copied</source>
        <translation>Jeton seul copié</translation>
    </message>
    <message>
        <source>Refreshed, and bare token copied</source>
        <translation>Jeton renouvelé, jeton seul copié</translation>
    </message>
    <message numerus="yes">
        <source>Bare token copied, but it expires in %n s</source>
        <translation>
            <numerusform>Jeton seul copié, mais il expire dans %n&#xa0;s</numerusform>
            <numerusform>Jeton seul copié, mais il expire dans %n&#xa0;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenPage</name>
    <message>
        <source>Copy bearer header</source>
        <translation>Copier l’en-tête Bearer</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Copy organization ID</source>
        <translation>Copier l’ID d’organisation</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>Copier l’ID d’utilisateur</translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation>ID d’organisation copié</translation>
    </message>
    <message>
        <source>User ID copied</source>
        <translation>ID d’utilisateur copié</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Attente du trousseau…</translation>
    </message>
    <message>
        <source>Organization ID: %1</source>
        <translation>ID d’organisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>User ID: %1</source>
        <translation>ID d’utilisateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copier comme</translation>
    </message>
    <message>
        <source>Copy the token in another form</source>
        <translation>Copier le jeton sous une autre forme</translation>
    </message>
    <message>
        <source>Copy the line “Authorization: Bearer …” for a request</source>
        <translation>Copier la ligne «&#xa0;Authorization: Bearer …&#xa0;» pour une requête</translation>
    </message>
    <message>
        <source>Exchange the API token for a new access token now</source>
        <translation>Échanger maintenant le jeton d’API contre un nouveau jeton d’accès</translation>
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
        <translation>Copier l’en-tête Bearer</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
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
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowCloser</name>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Attente du trousseau…</translation>
    </message>
    <message>
        <source>Waiting for the refresh to end…</source>
        <translation>Attente de la fin du renouvellement…</translation>
    </message>
    <message>
        <source>Waiting for the login to end…</source>
        <translation>Attente de la fin de la connexion…</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowTray</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>QCi Auth goes on in the tray</source>
        <translation>QCi Auth reste dans la zone de notification</translation>
    </message>
    <message>
        <source>Click its icon to see the window again. To end the program, choose Quit in the icon&apos;s menu.</source>
        <translation>Cliquez sur son icône pour revoir la fenêtre. Pour arrêter le programme, choisissez «&#xa0;Quitter&#xa0;» dans le menu de l’icône.</translation>
    </message>
</context>
</TS>
