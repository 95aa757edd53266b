<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>QciAuth::AboutBox</name>
    <message>
        <source>About QCi Auth</source>
        <translation>QCi Auth について</translation>
    </message>
    <message>
        <source>QCi Auth %1</source>
        <translation>QCi Auth %1</translation>
    </message>
    <message>
        <source>Exchanges a QCi API token for bearer headers, and keeps it in the keychain.

Qt %1 · %2
Licensed under the Apache License 2.0</source>
        <translation>QCi の API トークンをキーチェーンに保管し、Bearer ヘッダーに交換します。

Qt %1 · %2
ライセンス: Apache License 2.0</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Logins, refreshes, copies and faults are listed here until the program ends.</source>
        <translation>まだ何も記録されていません。ログイン、更新、コピー、エラーが、終了までここに表示されます。</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>選択をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>選択をコピー</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>すべてコピー(&amp;A)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityLog</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityRecorder</name>
    <message>
        <source>The profile was removed or renamed by another program</source>
        <translation>プロファイルが別のプログラムによって削除されたか、名前を変更されました</translation>
    </message>
    <message>
        <source>Took over a token that another program got; it expires %1</source>
        <translation>別のプログラムが取得したトークンを引き継ぎました (有効期限: %1)</translation>
    </message>
    <message>
        <source>Refreshed; the token expires %1</source>
        <translation>更新しました (トークンの有効期限: %1)</translation>
    </message>
    <message>
        <source>Logged in; the token expires %1</source>
        <translation>ログインしました (トークンの有効期限: %1)</translation>
    </message>
    <message>
        <source>Login required: %1</source>
        <translation>ログインが必要です: %1</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>更新できませんでした: %1</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>ログアウトしました</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>トークンの有効期限が切れました</translation>
    </message>
    <message>
        <source>The API token could not be read: %1</source>
        <translation>API トークンを読み取れませんでした: %1</translation>
    </message>
    <message>
        <source>The API token could not be stored: %1</source>
        <translation>API トークンを保存できませんでした: %1</translation>
    </message>
    <message>
        <source>The API token is stored now</source>
        <translation>API トークンが保存されました</translation>
    </message>
    <message>
        <source>Login found in the keychain; the token expires %1</source>
        <translation>キーチェーンのログインを使用しました (トークンの有効期限: %1)</translation>
    </message>
</context>
<context>
    <name>QciAuth::AgentServer</name>
    <message>
        <source>its path is empty or too long for a socket</source>
        <translation>パスが空か、ソケットには長すぎます</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>フォルダー内にファイルを作成できません</translation>
    </message>
    <message>
        <source>Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its permissions and the room on the disk, and start the window again.</source>
        <translation>フォルダー %1 を使用できないため (%2)、他のプログラムからこのウィンドウに問い合わせることができません。アクセス権とディスクの空き容量を確認してから、ウィンドウを起動し直してください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::Application</name>
    <message>
        <source>The window that is open already does not answer, so this is a second one, which other programs cannot ask. End the first one, and start this one again.</source>
        <translation>すでに開いているウィンドウが応答しないため、2 つ目のウィンドウを開きました。このウィンドウには、他のプログラムから問い合わせることができません。最初のウィンドウを終了してから、もう一度起動してください。</translation>
    </message>
    <message>
        <source>Another program changed the profiles or logins</source>
        <translation>別のプログラムがプロファイルまたはログインを変更しました</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>診断情報をコピーしました</translation>
    </message>
</context>
<context>
    <name>QciAuth::Autostart</name>
    <message>
        <source>This system does not let programs set that. Add QCi Auth to what starts at login in the system&apos;s own settings.</source>
        <translation>このシステムでは、プログラムからこの設定を変更できません。システムの設定で、ログイン時に起動する項目に QCi Auth を追加してください。</translation>
    </message>
    <message>
        <source>%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.</source>
        <translation>%1 は QCi Auth を起動するファイルではなく、他で必要とされている可能性があります。別の場所に移動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 cannot be removed. Check the permissions of its folder, then try again.</source>
        <translation>%1 を削除できません。フォルダーのアクセス権を確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.</source>
        <translation>%1 に書き込めません (%2)。フォルダーのアクセス権とディスクの空き容量を確認してから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::ConfigurationFile</name>
    <message>
        <source>%1: it is not a file</source>
        <translation>%1: ファイルではありません</translation>
    </message>
    <message>
        <source>%1: it is larger than settings ever are</source>
        <translation>%1: 設定にしては大きすぎます</translation>
    </message>
    <message>
        <source>%1: it is empty</source>
        <translation>%1: ファイルが空です</translation>
    </message>
    <message>
        <source>%1: it is not text in UTF-8</source>
        <translation>%1: UTF-8 のテキストではありません</translation>
    </message>
    <message>
        <source>%1: a line in it is not a setting</source>
        <translation>%1: 設定ではない行があります</translation>
    </message>
    <message>
        <source>%1: a value in it is not one of a setting</source>
        <translation>%1: 設定の値ではないものがあります</translation>
    </message>
    <message>
        <source>%1: it has no API URL</source>
        <translation>%1: API URL がありません</translation>
    </message>
    <message>
        <source>%1: its API URL is not a complete address</source>
        <translation>%1: API URL が完全なアドレスではありません</translation>
    </message>
    <message>
        <source>the configuration file %1 cannot be written</source>
        <translation>設定ファイル %1 に書き込めません</translation>
    </message>
</context>
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>QciAuth::EmptyPage</name>
    <message>
        <source>You are logged out</source>
        <translation>ログインしていません</translation>
    </message>
    <message>
        <source>Log in with your API token. You got it from QCi with your account; if you have none, ask QCi&apos;s support for one.</source>
        <translation>API トークンでログインしてください。トークンは QCi のアカウントに付属しています。お持ちでない場合は、QCi サポートにご連絡ください。</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>ログイン…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <comment>the state, not what was done</comment>
        <translation>ログインしていません</translation>
    </message>
</context>
<context>
    <name>QciAuth::ErrorText</name>
    <message>
        <source>The service refuses the API token (%1). Check that it is complete and still valid, or get a new one from QCi.</source>
        <translation>サービスが API トークンを拒否しました (%1)。トークン全体が入力されていて、まだ有効であることを確認するか、QCi から新しいトークンを入手してください。</translation>
    </message>
    <message>
        <source>There is no QCi service at this address: %1 answers %2. Check the API URL.</source>
        <translation>このアドレスに QCi サービスはありません (%1 の応答: %2)。API URL を確認してください。</translation>
    </message>
    <message>
        <source>The service at %1 answers %2. Try again later; if that goes on, ask QCi&apos;s support.</source>
        <translation>%1 のサービスが %2 を返しました。しばらくしてからもう一度お試しください。解決しない場合は、QCi のサポートにお問い合わせください。</translation>
    </message>
    <message>
        <source>The API URL is missing. Enter the address of the QCi service.</source>
        <translation>API URL が指定されていません。QCi サービスのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>This is not a complete address. Enter the API URL with its https://, without user name or query.</source>
        <translation>アドレスが不完全です。https:// から始まる API URL を、ユーザー名やクエリを付けずに入力してください。</translation>
    </message>
    <message>
        <source>Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced if you trust every network in between.</source>
        <translation>暗号化なしの http では、トークンが保護されずに %1 へ送信されます。https を使用してください。途中のネットワークをすべて信頼できる場合は、「詳細設定」で暗号化なしの HTTP を許可できます。</translation>
    </message>
    <message>
        <source>The API token is missing. Paste the token that you got from QCi.</source>
        <translation>API トークンが指定されていません。QCi から入手したトークンを貼り付けてください。</translation>
    </message>
    <message>
        <source>This is not an API token: it has spaces or other characters that no token has, or is too long. Paste the token alone.</source>
        <translation>これは API トークンではありません。トークンには使われない空白などの文字が含まれているか、長すぎます。トークンだけを貼り付けてください。</translation>
    </message>
    <message>
        <source>The CA certificate file cannot be used (%1). Choose a readable PEM file.</source>
        <translation>CA 証明書ファイルを使用できません (%1)。読み取り可能な PEM ファイルを選択してください。</translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the API URL and your network connection.</source>
        <translation>ホスト %1 が見つかりません。API URL とネットワーク接続を確認してください。</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete. Try again.</source>
        <translation>応答の途中で %1 との接続が切れました。もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network connection, or try again later.</source>
        <translation>%1 から時間内に応答がありませんでした。ネットワーク接続を確認するか、しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network connection.</source>
        <translation>%1 に接続できません。ネットワーク接続を確認してください。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed. Check the proxy settings of your system.</source>
        <translation>%1 への経路にあるプロキシでエラーが発生しました。システムのプロキシ設定を確認してください。</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own certificate authority, choose its CA certificate file under Advanced.</source>
        <translation>%1 が本物であることを確認できません (%2)。API URL を確認してください。組織が独自の認証局を使用している場合は、「詳細設定」でその CA 証明書ファイルを選択してください。</translation>
    </message>
    <message>
        <source>The address has moved (%1). Tokens are not sent on; enter the right API URL.</source>
        <translation>アドレスが移動しています (%1)。トークンは転送されません。正しい API URL を入力してください。</translation>
    </message>
    <message>
        <source>What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the network first.</source>
        <translation>%1 で応答したのは QCi サービスではありません。API URL を確認してください。ゲスト用ネットワークの場合は、先にネットワークにサインインしてください。</translation>
    </message>
    <message>
        <source>The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.</source>
        <translation>%1 のサービスから正しくない応答が返されました (%2)。API URL を確認するか、しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or KeePassXC, and log in again.</source>
        <translation>キーチェーンがありません。GNOME Keyring、KDE Wallet、KeePassXC など、Secret Service に対応したものを起動してから、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>キーチェーンがロックされています。ロックを解除してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Check whether it shows a prompt, or restart it.</source>
        <translation>キーチェーンが応答しません。確認画面が表示されていないか確認するか、キーチェーンを再起動してください。</translation>
    </message>
    <message>
        <source>The keychain could not do it (%1). Check that it is set up and unlocked.</source>
        <translation>キーチェーンで処理できませんでした (%1)。設定が済み、ロックが解除されていることを確認してください。</translation>
    </message>
    <message>
        <source>The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.</source>
        <translation>設定を保存できません (%1)。ファイルのアクセス権とディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>The settings cannot be read (%1). Repair or remove the file and try again, or log in again: that keeps a copy of it. What is in the keychain stays there until then.</source>
        <translation>設定を読み込めません (%1)。ファイルを修復または削除してからもう一度試すか、もう一度ログインしてください (その場合、ファイルのコピーが残されます)。それまで、キーチェーンの内容はそのまま残ります。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルされました。</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>ホストが見つかりません</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>接続が拒否されました</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>接続が切れました</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>時間内に応答がありません</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>ネットワークに接続されていません</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>プロキシでエラーが発生しました</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>証明書を信頼できません</translation>
    </message>
    <message>
        <source>CA certificate file not usable</source>
        <translation>CA 証明書ファイルを使用できません</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>安全な接続を確立できません</translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation>アドレスが移動しています</translation>
    </message>
    <message>
        <source>API token refused (%1)</source>
        <translation>API トークンが拒否されました (%1)</translation>
    </message>
    <message>
        <source>service answers %1</source>
        <translation>サービスが %1 を返しました</translation>
    </message>
    <message>
        <source>not a QCi service</source>
        <translation>QCi サービスではありません</translation>
    </message>
    <message>
        <source>answer makes no sense</source>
        <translation>正しくない応答が返されました</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>キーチェーンがありません</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>キーチェーンがロックされています</translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translation>キーチェーンが応答しません</translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation>キーチェーンでエラーが発生しました</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>アドレスが正しくありません</translation>
    </message>
    <message>
        <source>plain http not allowed</source>
        <translation>暗号化なしの http は許可されていません</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>ログインしていません</translation>
    </message>
    <message>
        <source>not an API token</source>
        <translation>API トークンではありません</translation>
    </message>
    <message>
        <source>settings not saved</source>
        <translation>設定を保存できません</translation>
    </message>
    <message>
        <source>settings not readable</source>
        <translation>設定を読み込めません</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセルされました</translation>
    </message>
    <message>
        <source>An address with %1:// cannot be used. Enter the API URL with https://; http:// is for services on this computer, or where plain HTTP is allowed under Advanced.</source>
        <translation>%1:// のアドレスは使用できません。https:// で始まる API URL を入力してください。http:// は、このコンピューター上のサービスか、「詳細設定」で暗号化なしの HTTP を許可した場合にのみ使用できます。</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps http:// is meant. Check the API URL and its port.</source>
        <translation>%1 はポート %2 で応答しますが、安全な接続 (TLS) を確立できません。http:// の間違いかもしれません。API URL とポートを確認してください。</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps that port is for plain HTTP. Check the API URL and its port, or try again later.</source>
        <translation>%1 はポート %2 で応答しますが、安全な接続 (TLS) を確立できません。このポートは暗号化なしの HTTP 用かもしれません。API URL とポートを確認するか、しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2: the connection was refused. Check the API URL and its port, or try again later.</source>
        <translation>%1 のポート %2 は応答しません。接続が拒否されました。API URL とポートを確認するか、しばらくしてからもう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::LatencyText</name>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>%1 – %2, median %3</source>
        <translation>%1～%2、中央値 %3</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>failed: %1 of %2</source>
        <translation>%2 回中 %1 回失敗</translation>
    </message>
    <message>
        <source>shortest %1, median %2, longest %3; failed: %4 of %5</source>
        <translation>最短 %1、中央値 %2、最長 %3、%5 回中 %4 回失敗</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1: 失敗 (%2)</translation>
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
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>QciAuth::LoginDialog</name>
    <message>
        <source>Log in to QCi</source>
        <translation>QCi にログイン</translation>
    </message>
    <message>
        <source>Sandbox: a service on this computer stands in for QCi&apos;s. Address and token are filled in.</source>
        <translation>サンドボックス: QCi の代わりに、このコンピューター上のサービスを使用します。アドレスとトークンは入力済みです。</translation>
    </message>
    <message>
        <source>&amp;Profile name</source>
        <translation>プロファイル名(&amp;P)</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>プロファイル名</translation>
    </message>
    <message>
        <source>API &amp;URL</source>
        <translation>API URL(&amp;U)</translation>
    </message>
    <message>
        <source>API URL</source>
        <translation>API URL</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>API トークン(&amp;T)</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API トークン</translation>
    </message>
    <message>
        <source>Paste it here; lines of a .env file will do, too</source>
        <translation>ここに貼り付け (.env ファイルの行も可)</translation>
    </message>
    <message>
        <source>&amp;Keep me logged in</source>
        <translation>ログイン状態を保持(&amp;K)</translation>
    </message>
    <message>
        <source>Keep me logged in</source>
        <translation>ログイン状態を保持</translation>
    </message>
    <message>
        <source>Store the API token in the keychain of this computer</source>
        <translation>API トークンをこのコンピューターのキーチェーンに保存します</translation>
    </message>
    <message>
        <source>Use QCI_API_URL and QCI_TOKEN</source>
        <translation>環境変数 QCI_API_URL と QCI_TOKEN を使用</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>詳細設定(&amp;A)</translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation>タイムアウト(&amp;M)</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation>CA 証明書ファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Allow plain &amp;HTTP</source>
        <translation>暗号化なしの HTTP を許可(&amp;H)</translation>
    </message>
    <message>
        <source>Plain HTTP sends your API token readable to everybody on the way. Only for networks that you trust wholly.</source>
        <translation>暗号化なしの HTTP では、API トークンが通信経路上の誰にでも読める状態で送信されます。完全に信頼できるネットワークでのみ使用してください。</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>ログインしています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>キーチェーンを待っています。確認画面が出たら応答してください。</translation>
    </message>
    <message>
        <source>Show API token</source>
        <translation>API トークンを表示</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 証明書</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt);;All files (*)</source>
        <translation>PEM ファイル (*.pem *.crt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>There is no keychain on this computer to keep the token in. Start one that offers the Secret Service, such as GNOME Keyring, to stay logged in.</source>
        <translation>このコンピューターには、トークンを保管するキーチェーンがありません。ログイン状態を保持するには、GNOME Keyring など、Secret Service に対応したものを起動してください。</translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation>CA 証明書(&amp;C)</translation>
    </message>
    <message>
        <source>For example https://api.qci-prod.com</source>
        <translation>例: https://api.qci-prod.com</translation>
    </message>
    <message>
        <source>Use QCI_API_URL</source>
        <translation>環境変数 QCI_API_URL を使用</translation>
    </message>
    <message>
        <source>Use QCI_TOKEN</source>
        <translation>環境変数 QCI_TOKEN を使用</translation>
    </message>
    <message>
        <source>PEM file, if your organization needs it</source>
        <translation>PEM ファイル (組織で必要な場合)</translation>
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
        <translation>サンドボックス</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>プロファイル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>トークン(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>ログイン(&amp;I)…</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>ログアウト(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Copy bearer header</source>
        <translation>Bearer ヘッダーをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>今すぐ更新(&amp;R)</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;About QCi Auth</source>
        <translation>QCi Auth について(&amp;A)</translation>
    </message>
    <message>
        <source>QCi Auth — %1</source>
        <translation>QCi Auth — %1</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>ログインしました</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the API token may still be in it. Check whether the keychain shows a prompt; or quit again to leave it there.</source>
        <translation>キーチェーンが応答しないため、API トークンがまだ残っている可能性があります。キーチェーンの確認画面が表示されていないか確認してください。残したままにする場合は、もう一度終了してください。</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>別の形式でコピー(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Bare &amp;token</source>
        <translation>トークンのみ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;curl command</source>
        <translation>curl コマンド(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Python headers for requests</source>
        <translation>Python requests 用ヘッダー(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Environment lines</source>
        <translation>環境変数の行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>アクティビティ(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>診断情報をコピー(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QciAuth::Notice</name>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>再ログイン…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeBar</name>
    <message>
        <source>Close notice</source>
        <translation>お知らせを閉じる</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>お知らせ: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeChoice</name>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>キーチェーンを待っています。確認画面が出たら応答してください。</translation>
    </message>
    <message>
        <source>The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in https_proxy instead.</source>
        <translation>%1 で指定されたプロキシは対応していない種類のため、使用していません。https_proxy に http:// または socks5:// のプロキシを設定してください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Clear &amp;clipboard after</source>
        <translation>クリップボードの自動消去(&amp;C)</translation>
    </message>
    <message>
        <source>Clear clipboard after</source>
        <translation>クリップボードの自動消去</translation>
    </message>
    <message>
        <source>How long a copied token stays on the clipboard, unless something else is copied</source>
        <translation>コピーしたトークンをクリップボードに残しておく時間 (その間に別のものをコピーした場合を除く)</translation>
    </message>
    <message>
        <source>Check &amp;service every</source>
        <translation>サービスの確認間隔(&amp;S)</translation>
    </message>
    <message>
        <source>Check service every</source>
        <translation>サービスの確認間隔</translation>
    </message>
    <message>
        <source>How often the service is asked for its health while the window is visible</source>
        <translation>ウィンドウの表示中にサービスの稼働状況を確認する間隔</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>通知するタイミング</translation>
    </message>
    <message>
        <source>a &amp;new login is needed</source>
        <translation>再ログインが必要なとき(&amp;N)</translation>
    </message>
    <message>
        <source>Notify me when a new login is needed</source>
        <translation>再ログインが必要なときに通知</translation>
    </message>
    <message>
        <source>refreshing &amp;fails</source>
        <translation>更新に失敗しているとき(&amp;F)</translation>
    </message>
    <message>
        <source>Notify me when refreshing fails</source>
        <translation>更新に失敗しているときに通知</translation>
    </message>
    <message>
        <source>Only when less than five minutes of the token are left</source>
        <translation>トークンの残り時間が 5 分未満の場合のみ</translation>
    </message>
    <message>
        <source>all is &amp;well again</source>
        <translation>正常に戻ったとき(&amp;W)</translation>
    </message>
    <message>
        <source>Notify me when all is well again</source>
        <translation>正常に戻ったときに通知</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Close to &amp;tray</source>
        <translation>閉じたらトレイに格納(&amp;T)</translation>
    </message>
    <message>
        <source>Close to tray</source>
        <translation>閉じたらトレイに格納</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray, where a tray shows it</source>
        <translation>ウィンドウを閉じても、プログラムはトレイに残ります (トレイに表示できる場合)</translation>
    </message>
    <message>
        <source>Start the program when you log in to this computer</source>
        <translation>このコンピューターへのログイン時にプログラムを起動します</translation>
    </message>
    <message>
        <source>Start &amp;hidden</source>
        <translation>非表示で起動(&amp;H)</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>非表示で起動</translation>
    </message>
    <message>
        <source>At login only the icon in the tray appears; where no tray shows it, the window does</source>
        <translation>ログイン時はトレイのアイコンだけを表示します (トレイに表示できない場合はウィンドウを表示します)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>消去しない</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation>%1 (このバージョンにはありません)</translation>
    </message>
    <message>
        <source>What was chosen before cannot be read (%1), so this shows how the program comes. The next change keeps a copy of the file.</source>
        <translation>以前の設定を読み込めないため (%1)、初期設定を表示しています。次に変更すると、元のファイルのコピーが残されます。</translation>
    </message>
    <message>
        <source>Choices here end with the sandbox. Language and start with the desktop cannot be chosen in it.</source>
        <translation>ここでの設定は、サンドボックスの終了まで有効です。言語とデスクトップ開始時の起動は、ここでは変更できません。</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>言語は、次回の起動時に切り替わります。</translation>
    </message>
    <message>
        <source>No tray shows the program now, so closing the window ends it.</source>
        <translation>現在はトレイに表示できないため、閉じるとプログラムが終了します。</translation>
    </message>
    <message>
        <source>Start with the &amp;desktop</source>
        <translation>デスクトップの開始時に起動(&amp;D)</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>デスクトップの開始時に起動</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProblemLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBar</name>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Profile: who is logged in, and where</source>
        <translation>プロファイル: ログイン中のユーザーと接続先</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>サンドボックス</translation>
    </message>
    <message>
        <source>A service on this computer stands in for the real one: nothing here is worth anything outside.</source>
        <translation>このコンピューター上のサービスが、本物の代わりに動作しています。ここで得たトークンなどは、外部では使用できません。</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Forget the tokens and take the API token out of the keychain</source>
        <translation>トークンを破棄し、API トークンをキーチェーンから削除します</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBoxAccessible</name>
    <message>
        <source>Opens or closes the list of profiles</source>
        <translation>プロファイルの一覧を開閉します</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileModel</name>
    <message>
        <source>Not asked yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, its state</comment>
        <translation>%1、%2</translation>
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
        <translation>プロファイルに「default」などの名前を付けてください。</translation>
    </message>
    <message>
        <source>The profile name is longer than %1 characters. Choose a shorter one.</source>
        <translation>プロファイル名が %1 文字を超えています。短い名前にしてください。</translation>
    </message>
    <message>
        <source>The profile name has a line break or another control character. Remove it.</source>
        <translation>プロファイル名に改行などの制御文字が含まれています。削除してください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::RuntimeFolder</name>
    <message>
        <source>There is no folder for temporary files. Create the one that the environment variable TMPDIR names, or unset it.</source>
        <translation>一時ファイル用のフォルダーがありません。環境変数 TMPDIR が示すフォルダーを作成するか、TMPDIR の設定を解除してください。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on the disk.</source>
        <translation>フォルダー %1 を作成できません (%2)。上位フォルダーのアクセス権とディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>%1 is not a folder but a link or a file, so it is not used. Remove it and try again.</source>
        <translation>%1 はフォルダーではなくリンクまたはファイルのため、使用できません。削除してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to remove it.</source>
        <translation>フォルダー %1 は別のユーザーが所有しているため、使用できません。このコンピューターの管理者に削除を依頼してください。</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.</source>
        <translation>フォルダー %1 は他のユーザーにも開放されていて、アクセスを制限できません (%2)。削除してから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SandboxProcess</name>
    <message>
        <source>The sandbox cannot be started: %1 is missing or cannot be run. Build or install qci-auth-sandbox next to this program.</source>
        <translation>サンドボックスを起動できません。%1 が見つからないか、実行できません。qci-auth-sandbox をビルドするか、このプログラムと同じ場所にインストールしてください。</translation>
    </message>
    <message>
        <source>The sandbox has ended (%1). Start the program again for a new one.</source>
        <translation>サンドボックスが終了しました (%1)。新しいサンドボックスを使うには、プログラムを起動し直してください。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由は不明</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServiceHint</name>
    <message>
        <source>Asking the service…</source>
        <translation>サービスに問い合わせています…</translation>
    </message>
    <message>
        <source>A QCi service answers here: %1 (%2)</source>
        <translation>QCi サービスが応答しました: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>稼働状況</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>サービス: %1</translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation>稼働状況: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>バージョン: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionCommands</name>
    <message>
        <source>Logged out</source>
        <translation>ログアウトしました</translation>
    </message>
    <message>
        <source>The API token could not be taken out of the keychain and is still there. %1</source>
        <translation>API トークンをキーチェーンから削除できませんでした。トークンはまだ残っています。%1</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>更新しました</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>更新できませんでした: %1</translation>
    </message>
    <message>
        <source>Nothing copied: %1</source>
        <translation>コピーできませんでした: %1</translation>
    </message>
    <message>
        <source>Nothing copied: the desktop did not take it. Click in the window and copy again.</source>
        <translation>コピーできませんでした: デスクトップが受け付けませんでした。ウィンドウをクリックしてから、もう一度コピーしてください。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionNotifications</name>
    <message>
        <source>Login required: %1</source>
        <translation>ログインが必要です: %1</translation>
    </message>
    <message>
        <source>The service refuses the API token. Log in again to go on.</source>
        <translation>サービスが API トークンを拒否しました。続けるには、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>ログイン…</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>更新に失敗しています: %1</translation>
    </message>
    <message>
        <source>The access token expires in less than 5 minutes.</source>
        <translation>アクセストークンの有効期限まで 5 分未満です。</translation>
    </message>
    <message>
        <source>There is no valid access token any more.</source>
        <translation>有効なアクセストークンがなくなりました。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Working again: %1</source>
        <translation>正常に戻りました: %1</translation>
    </message>
    <message>
        <source>There is a valid access token again.</source>
        <translation>有効なアクセストークンを再び取得しました。</translation>
    </message>
    <message>
        <source>No token yet: %1</source>
        <translation>トークン未取得: %1</translation>
    </message>
    <message>
        <source>Since the program started, no access token could be fetched. It tries again by itself.</source>
        <translation>プログラムの開始以降、アクセストークンを取得できていません。自動的に再試行します。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message>
        <source>Refreshing…</source>
        <translation>更新しています…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>ログインしています…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>ログインしていません</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>キーチェーンを待っています…</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>キーチェーンがロックされています</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>ログイン済み</translation>
    </message>
    <message>
        <source>Refreshing fails</source>
        <translation>更新に失敗しています</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>トークン未取得</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>トークンの期限切れ</translation>
    </message>
    <message>
        <source>Login required</source>
        <translation>ログインが必要です</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>%1 に期限切れ</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>%1 まで有効</translation>
    </message>
    <message>
        <source>expires %1, renews itself about %2</source>
        <translation>%1 まで有効、%2 頃に自動更新</translation>
    </message>
    <message>
        <source>Token expires in less than a minute</source>
        <translation>トークンの有効期限まで 1 分未満</translation>
    </message>
    <message>
        <source>Log in again to go on.</source>
        <translation>続けるには、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>You are logged in for this run only: the API token is not stored. %1</source>
        <translation>API トークンが保存されていないため、ログインはこの起動中のみ有効です。%1</translation>
    </message>
    <message>
        <source>Refreshing fails: %1.</source>
        <translation>更新に失敗しています: %1。</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>更新に失敗しています: %1</translation>
    </message>
    <message>
        <source>Token valid until %1.</source>
        <translation>トークンは %1 まで有効です。</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>%1 秒後に再試行します。</translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation>%1 分後に再試行します。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min behind the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>このコンピューターの時計は、サービスの時計より %1 分遅れています。ここでの時刻は補正済みです。他のプログラムのために、時計を合わせてください。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min ahead of the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>このコンピューターの時計は、サービスの時計より %1 分進んでいます。ここでの時刻は補正済みです。他のプログラムのために、時計を合わせてください。</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1、%2 ms</translation>
    </message>
    <message>
        <source>unreachable, %1</source>
        <translation>接続できません (%1)</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>問い合わせ中…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>トークンの有効期限まで %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing fails, under 1 min left</source>
        <translation>更新失敗、残り 1 分未満</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>残り 1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation>
            <numerusform>更新失敗、残り %n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>残り %n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation>
            <numerusform>更新失敗、残り %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>残り %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>まもなく期限切れ</translation>
    </message>
</context>
<context>
    <name>QciAuth::Sparkline</name>
    <message>
        <source>Latency: %1</source>
        <translation>応答時間: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::StatusBar</name>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>クリップボード消去まで %1 秒</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>キーチェーンなし</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>キーチェーン: %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message>
        <source>Bearer header copied</source>
        <translation>Bearer ヘッダーをコピーしました</translation>
    </message>
    <message>
        <source>Refreshed, and bearer header copied</source>
        <translation>更新して、Bearer ヘッダーをコピーしました</translation>
    </message>
    <message numerus="yes">
        <source>Bearer header copied, but it expires in %n s</source>
        <translation>
            <numerusform>残り %n 秒の Bearer ヘッダーをコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>curl コマンドをコピーしました</translation>
    </message>
    <message>
        <source>Refreshed, and curl command copied</source>
        <translation>更新して、curl コマンドをコピーしました</translation>
    </message>
    <message numerus="yes">
        <source>curl command copied, but its token expires in %n s</source>
        <translation>
            <numerusform>残り %n 秒のトークンで curl コマンドをコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Python headers copied</source>
        <translation>Python ヘッダーをコピーしました</translation>
    </message>
    <message>
        <source>Refreshed, and Python headers copied</source>
        <translation>更新して、Python ヘッダーをコピーしました</translation>
    </message>
    <message numerus="yes">
        <source>Python headers copied, but their token expires in %n s</source>
        <translation>
            <numerusform>残り %n 秒のトークンで Python ヘッダーをコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment lines copied</source>
        <translation>環境変数の行をコピーしました</translation>
    </message>
    <message>
        <source>Refreshed, and environment lines copied</source>
        <translation>更新して、環境変数の行をコピーしました</translation>
    </message>
    <message numerus="yes">
        <source>Environment lines copied, but their token expires in %n s</source>
        <translation>
            <numerusform>残り %n 秒のトークンで環境変数の行をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Bare token copied</source>
        <translation>トークンのみをコピーしました</translation>
    </message>
    <message>
        <source>Refreshed, and bare token copied</source>
        <translation>更新して、トークンのみをコピーしました</translation>
    </message>
    <message numerus="yes">
        <source>Bare token copied, but it expires in %n s</source>
        <translation>
            <numerusform>残り %n 秒のトークンのみをコピーしました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenPage</name>
    <message>
        <source>Copy bearer header</source>
        <translation>Bearer ヘッダーをコピー</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>今すぐ更新</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Copy organization ID</source>
        <translation>組織 ID をコピー</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>ユーザー ID をコピー</translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation>組織 ID をコピーしました</translation>
    </message>
    <message>
        <source>User ID copied</source>
        <translation>ユーザー ID をコピーしました</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>キーチェーンを待っています…</translation>
    </message>
    <message>
        <source>Organization ID: %1</source>
        <translation>組織 ID: %1</translation>
    </message>
    <message>
        <source>User ID: %1</source>
        <translation>ユーザー ID: %1</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>別の形式でコピー</translation>
    </message>
    <message>
        <source>Copy the token in another form</source>
        <translation>トークンを別の形式でコピーします</translation>
    </message>
    <message>
        <source>Copy the line “Authorization: Bearer …” for a request</source>
        <translation>リクエスト用の行「Authorization: Bearer …」をコピーします</translation>
    </message>
    <message>
        <source>Exchange the API token for a new access token now</source>
        <translation>API トークンを使って、新しいアクセストークンを今すぐ取得します</translation>
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
        <translation>Bearer ヘッダーをコピー</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>今すぐ更新</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayReading</name>
    <message>
        <source>%1. %2</source>
        <comment>state, such as Logged in; time left, such as Token expires in 5 minutes</comment>
        <translation>%1。%2</translation>
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
        <translation>キーチェーンを待っています…</translation>
    </message>
    <message>
        <source>Waiting for the refresh to end…</source>
        <translation>更新の完了を待っています…</translation>
    </message>
    <message>
        <source>Waiting for the login to end…</source>
        <translation>ログインの完了を待っています…</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowTray</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>QCi Auth goes on in the tray</source>
        <translation>QCi Auth はトレイで動作しています</translation>
    </message>
    <message>
        <source>Click its icon to see the window again. To end the program, choose Quit in the icon&apos;s menu.</source>
        <translation>ウィンドウを再び表示するには、トレイのアイコンをクリックしてください。プログラムを終了するには、アイコンのメニューから「終了」を選んでください。</translation>
    </message>
</context>
</TS>
