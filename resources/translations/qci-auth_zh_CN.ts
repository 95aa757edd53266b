<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QciAuth::AboutBox</name>
    <message>
        <source>About QCi Auth</source>
        <translation>关于 QCi Auth</translation>
    </message>
    <message>
        <source>QCi Auth %1</source>
        <translation>QCi Auth %1</translation>
    </message>
    <message>
        <source>Exchanges a QCi API token for bearer headers, and keeps it in the keychain.

Qt %1 · %2
Licensed under the Apache License 2.0</source>
        <translation>用 QCi API 令牌换取 Bearer 请求头，并将该令牌保存在密钥环中。

Qt %1 · %2
依据 Apache License 2.0 授权</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Logins, refreshes, copies and faults are listed here until the program ends.</source>
        <translation>暂无记录。登录、刷新、复制和故障会列在此处，程序退出后清除。</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>复制所选(&amp;C)</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>复制所选</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityLog</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>QciAuth::ActivityRecorder</name>
    <message>
        <source>The profile was removed or renamed by another program</source>
        <translation>其他程序删除或重命名了此配置方案</translation>
    </message>
    <message>
        <source>Took over a token that another program got; it expires %1</source>
        <translation>已采用其他程序获取的令牌，将于 %1 过期</translation>
    </message>
    <message>
        <source>Refreshed; the token expires %1</source>
        <translation>已刷新，令牌将于 %1 过期</translation>
    </message>
    <message>
        <source>Logged in; the token expires %1</source>
        <translation>已登录，令牌将于 %1 过期</translation>
    </message>
    <message>
        <source>Login required: %1</source>
        <translation>需要登录：%1</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>未能刷新：%1</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>令牌已过期</translation>
    </message>
    <message>
        <source>The API token could not be read: %1</source>
        <translation>无法读取 API 令牌：%1</translation>
    </message>
    <message>
        <source>The API token could not be stored: %1</source>
        <translation>无法保存 API 令牌：%1</translation>
    </message>
    <message>
        <source>The API token is stored now</source>
        <translation>API 令牌现已保存</translation>
    </message>
    <message>
        <source>Login found in the keychain; the token expires %1</source>
        <translation>已从密钥环恢复登录，令牌将于 %1 过期</translation>
    </message>
</context>
<context>
    <name>QciAuth::AgentServer</name>
    <message>
        <source>its path is empty or too long for a socket</source>
        <translation>路径为空，或过长而无法用于套接字</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>无法在其中创建文件</translation>
    </message>
    <message>
        <source>Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its permissions and the room on the disk, and start the window again.</source>
        <translation>其他程序无法向此窗口请求令牌，因为文件夹 %1 不可用（%2）。请检查其权限和磁盘空间，然后重新启动本程序。</translation>
    </message>
</context>
<context>
    <name>QciAuth::Application</name>
    <message>
        <source>The window that is open already does not answer, so this is a second one, which other programs cannot ask. End the first one, and start this one again.</source>
        <translation>已打开的窗口没有响应，因此又打开了这个窗口，但其他程序无法向它请求令牌。请结束前一个窗口，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>Another program changed the profiles or logins</source>
        <translation>其他程序更改了配置方案或登录状态</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>已复制诊断信息</translation>
    </message>
</context>
<context>
    <name>QciAuth::Autostart</name>
    <message>
        <source>This system does not let programs set that. Add QCi Auth to what starts at login in the system&apos;s own settings.</source>
        <translation>此系统不允许程序更改此项。请在系统设置中将 QCi Auth 添加到登录时启动的程序。</translation>
    </message>
    <message>
        <source>%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.</source>
        <translation>%1 并不启动 QCi Auth，可能另有用途。请将其移到别处，然后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be removed. Check the permissions of its folder, then try again.</source>
        <translation>无法删除 %1。请检查其所在文件夹的权限，然后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.</source>
        <translation>无法写入 %1（%2）。请检查其所在文件夹的权限和磁盘空间，然后重试。</translation>
    </message>
</context>
<context>
    <name>QciAuth::ConfigurationFile</name>
    <message>
        <source>%1: it is not a file</source>
        <translation>%1：不是文件</translation>
    </message>
    <message>
        <source>%1: it is larger than settings ever are</source>
        <translation>%1：文件过大，不可能是设置</translation>
    </message>
    <message>
        <source>%1: it is empty</source>
        <translation>%1：文件为空</translation>
    </message>
    <message>
        <source>%1: it is not text in UTF-8</source>
        <translation>%1：不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>%1: a line in it is not a setting</source>
        <translation>%1：其中有一行不是设置</translation>
    </message>
    <message>
        <source>%1: a value in it is not one of a setting</source>
        <translation>%1：其中有一个值不是设置的值</translation>
    </message>
    <message>
        <source>%1: it has no API URL</source>
        <translation>%1：其中没有 API URL</translation>
    </message>
    <message>
        <source>%1: its API URL is not a complete address</source>
        <translation>%1：其中的 API URL 不是完整的地址</translation>
    </message>
    <message>
        <source>the configuration file %1 cannot be written</source>
        <translation>无法写入配置文件 %1</translation>
    </message>
</context>
<context>
    <name>QciAuth::DurationBox</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
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
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>QciAuth::EmptyPage</name>
    <message>
        <source>You are logged out</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Log in with your API token. You got it from QCi with your account; if you have none, ask QCi&apos;s support for one.</source>
        <translation>请使用 API 令牌登录。令牌随 QCi 账户一并提供；如果没有，请联系 QCi 支持。</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <comment>the state, not what was done</comment>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>QciAuth::ErrorText</name>
    <message>
        <source>The service refuses the API token (%1). Check that it is complete and still valid, or get a new one from QCi.</source>
        <translation>服务拒绝了 API 令牌（%1）。请检查令牌是否完整、是否仍然有效，或向 QCi 获取新令牌。</translation>
    </message>
    <message>
        <source>There is no QCi service at this address: %1 answers %2. Check the API URL.</source>
        <translation>此地址没有 QCi 服务：%1 返回 %2。请检查 API URL。</translation>
    </message>
    <message>
        <source>The service at %1 answers %2. Try again later; if that goes on, ask QCi&apos;s support.</source>
        <translation>%1 的服务返回 %2。请稍后重试；如果问题持续存在，请联系 QCi 支持人员。</translation>
    </message>
    <message>
        <source>The API URL is missing. Enter the address of the QCi service.</source>
        <translation>缺少 API URL。请输入 QCi 服务的地址。</translation>
    </message>
    <message>
        <source>This is not a complete address. Enter the API URL with its https://, without user name or query.</source>
        <translation>地址不完整。请输入以 https:// 开头的 API URL，不要包含用户名或查询参数。</translation>
    </message>
    <message>
        <source>Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced if you trust every network in between.</source>
        <translation>明文 http 会将令牌不加保护地发送到 %1。请使用 https；如果信任途经的所有网络，也可在“高级”中允许明文 HTTP。</translation>
    </message>
    <message>
        <source>The API token is missing. Paste the token that you got from QCi.</source>
        <translation>缺少 API 令牌。请粘贴从 QCi 获取的令牌。</translation>
    </message>
    <message>
        <source>This is not an API token: it has spaces or other characters that no token has, or is too long. Paste the token alone.</source>
        <translation>这不是 API 令牌：其中有空格或令牌不会包含的其他字符，或者过长。请只粘贴令牌本身。</translation>
    </message>
    <message>
        <source>The CA certificate file cannot be used (%1). Choose a readable PEM file.</source>
        <translation>无法使用 CA 证书文件（%1）。请选择可读取的 PEM 文件。</translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the API URL and your network connection.</source>
        <translation>找不到主机 %1。请检查 API URL 和网络连接。</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete. Try again.</source>
        <translation>与 %1 的连接在响应完成前中断。请重试。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network connection, or try again later.</source>
        <translation>%1 响应超时。请检查网络连接，或稍后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network connection.</source>
        <translation>无法连接到 %1。请检查网络连接。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed. Check the proxy settings of your system.</source>
        <translation>通过代理连接 %1 失败。请检查系统的代理设置。</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own certificate authority, choose its CA certificate file under Advanced.</source>
        <translation>无法验证 %1 的身份（%2）。请检查 API URL；如果所在组织使用自己的证书颁发机构，请在“高级”中选择其 CA 证书文件。</translation>
    </message>
    <message>
        <source>The address has moved (%1). Tokens are not sent on; enter the right API URL.</source>
        <translation>地址已变更（%1）。令牌不会转发到新地址；请输入正确的 API URL。</translation>
    </message>
    <message>
        <source>What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the network first.</source>
        <translation>%1 处响应的不是 QCi 服务。请检查 API URL；如果使用的是访客网络，请先登录该网络。</translation>
    </message>
    <message>
        <source>The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.</source>
        <translation>%1 的服务返回了无法识别的响应（%2）。请检查 API URL，或稍后重试。</translation>
    </message>
    <message>
        <source>There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or KeePassXC, and log in again.</source>
        <translation>没有可用的密钥环。请启动提供 Secret Service 的密钥环，例如 GNOME Keyring、KDE Wallet 或 KeePassXC，然后重新登录。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>密钥环已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Check whether it shows a prompt, or restart it.</source>
        <translation>密钥环没有响应。请查看它是否弹出了询问窗口，或重新启动密钥环。</translation>
    </message>
    <message>
        <source>The keychain could not do it (%1). Check that it is set up and unlocked.</source>
        <translation>密钥环操作失败（%1）。请检查密钥环是否已设置并解锁。</translation>
    </message>
    <message>
        <source>The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.</source>
        <translation>无法保存设置（%1）。请检查文件权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The settings cannot be read (%1). Repair or remove the file and try again, or log in again: that keeps a copy of it. What is in the keychain stays there until then.</source>
        <translation>无法读取设置（%1）。请修复或删除该文件后重试，或重新登录：这会保留该文件的副本。在此之前，密钥环中的内容保持不变。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>代理连接失败</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>CA certificate file not usable</source>
        <translation>CA 证书文件无法使用</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation>地址已变更</translation>
    </message>
    <message>
        <source>API token refused (%1)</source>
        <translation>API 令牌被拒绝（%1）</translation>
    </message>
    <message>
        <source>service answers %1</source>
        <translation>服务返回 %1</translation>
    </message>
    <message>
        <source>not a QCi service</source>
        <translation>不是 QCi 服务</translation>
    </message>
    <message>
        <source>answer makes no sense</source>
        <translation>响应无法识别</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>没有密钥环</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translation>密钥环没有响应</translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation>密钥环操作失败</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>地址无效</translation>
    </message>
    <message>
        <source>plain http not allowed</source>
        <translation>不允许明文 http</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>not an API token</source>
        <translation>不是 API 令牌</translation>
    </message>
    <message>
        <source>settings not saved</source>
        <translation>未能保存设置</translation>
    </message>
    <message>
        <source>settings not readable</source>
        <translation>无法读取设置</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>An address with %1:// cannot be used. Enter the API URL with https://; http:// is for services on this computer, or where plain HTTP is allowed under Advanced.</source>
        <translation>不能使用 %1:// 地址。请输入以 https:// 开头的 API URL；http:// 仅用于本机上的服务，或在“高级”中允许了明文 HTTP 的情况。</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps http:// is meant. Check the API URL and its port.</source>
        <translation>%1 在端口 %2 有应答，但无法建立安全连接（TLS）：也许应为 http://。请检查 API URL 及其端口。</translation>
    </message>
    <message>
        <source>%1 answers at port %2, but makes no secure connection (TLS): perhaps that port is for plain HTTP. Check the API URL and its port, or try again later.</source>
        <translation>%1 在端口 %2 有应答，但无法建立安全连接（TLS）：该端口也许用于明文 HTTP。请检查 API URL 及其端口，或稍后重试。</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2: the connection was refused. Check the API URL and its port, or try again later.</source>
        <translation>%1 的端口 %2 没有应答：连接被拒绝。请检查 API URL 及其端口，或稍后重试。</translation>
    </message>
</context>
<context>
    <name>QciAuth::LatencyText</name>
    <message>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 – %2, median %3</source>
        <translation>%1 – %2，中位数 %3</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>failed: %1 of %2</source>
        <translation>失败：%1 次，共 %2 次</translation>
    </message>
    <message>
        <source>shortest %1, median %2, longest %3; failed: %4 of %5</source>
        <translation>最短 %1，中位数 %2，最长 %3；失败：%4 次，共 %5 次</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1：失败，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
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
        <translation>登录 QCi</translation>
    </message>
    <message>
        <source>Sandbox: a service on this computer stands in for QCi&apos;s. Address and token are filled in.</source>
        <translation>沙盒：由本机上的服务代替 QCi 的服务。地址和令牌已填好。</translation>
    </message>
    <message>
        <source>&amp;Profile name</source>
        <translation>配置方案名称(&amp;P)</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>配置方案名称</translation>
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
        <translation>API 令牌(&amp;T)</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>Paste it here; lines of a .env file will do, too</source>
        <translation>粘贴到此处；也可粘贴 .env 文件中的行</translation>
    </message>
    <message>
        <source>&amp;Keep me logged in</source>
        <translation>保持登录(&amp;K)</translation>
    </message>
    <message>
        <source>Keep me logged in</source>
        <translation>保持登录</translation>
    </message>
    <message>
        <source>Store the API token in the keychain of this computer</source>
        <translation>将 API 令牌保存到本机的密钥环</translation>
    </message>
    <message>
        <source>Use QCI_API_URL and QCI_TOKEN</source>
        <translation>使用 QCI_API_URL 和 QCI_TOKEN</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>高级(&amp;A)</translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation>超时(&amp;M)</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation>CA 证书文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Allow plain &amp;HTTP</source>
        <translation>允许明文 HTTP(&amp;H)</translation>
    </message>
    <message>
        <source>Plain HTTP sends your API token readable to everybody on the way. Only for networks that you trust wholly.</source>
        <translation>使用明文 HTTP 时，传输途中的任何人都能读取 API 令牌。仅限在完全信任的网络中使用。</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>正在等待密钥环。如果它弹出询问窗口，请作出回应。</translation>
    </message>
    <message>
        <source>Show API token</source>
        <translation>显示 API 令牌</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no keychain on this computer to keep the token in. Start one that offers the Secret Service, such as GNOME Keyring, to stay logged in.</source>
        <translation>本机没有可保存令牌的密钥环。要保持登录，请启动提供 Secret Service 的密钥环，例如 GNOME Keyring。</translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation>CA 证书(&amp;C)</translation>
    </message>
    <message>
        <source>For example https://api.qci-prod.com</source>
        <translation>例如 https://api.qci-prod.com</translation>
    </message>
    <message>
        <source>Use QCI_API_URL</source>
        <translation>使用 QCI_API_URL</translation>
    </message>
    <message>
        <source>Use QCI_TOKEN</source>
        <translation>使用 QCI_TOKEN</translation>
    </message>
    <message>
        <source>PEM file, if your organization needs it</source>
        <translation>PEM 文件，仅在组织要求时使用</translation>
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
        <translation>沙盒</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>配置方案(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>令牌(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Copy bearer header</source>
        <translation>复制 Bearer 请求头(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>立即刷新(&amp;R)</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;About QCi Auth</source>
        <translation>关于 QCi Auth(&amp;A)</translation>
    </message>
    <message>
        <source>QCi Auth — %1</source>
        <translation>QCi Auth — %1</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the API token may still be in it. Check whether the keychain shows a prompt; or quit again to leave it there.</source>
        <translation>密钥环没有响应，API 令牌可能仍在其中。请查看密钥环是否弹出了询问窗口；也可再次退出，将令牌留在其中。</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Bare &amp;token</source>
        <translation>令牌本身(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;curl command</source>
        <translation>curl 命令(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Python headers for requests</source>
        <translation>Python requests 请求头(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Environment lines</source>
        <translation>环境变量行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活动记录(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>复制诊断信息(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QciAuth::Notice</name>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>重新登录…</translation>
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
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>提示：%1</translation>
    </message>
</context>
<context>
    <name>QciAuth::NoticeChoice</name>
    <message>
        <source>Waiting for the keychain. If it shows a prompt, answer it.</source>
        <translation>正在等待密钥环。如果它弹出询问窗口，请作出回应。</translation>
    </message>
    <message>
        <source>The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in https_proxy instead.</source>
        <translation>%1 中的代理类型不受支持，已被绕过。请在 https_proxy 中改设 http:// 或 socks5:// 代理。</translation>
    </message>
</context>
<context>
    <name>QciAuth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Clear &amp;clipboard after</source>
        <translation>剪贴板清空延时(&amp;C)</translation>
    </message>
    <message>
        <source>Clear clipboard after</source>
        <translation>剪贴板清空延时</translation>
    </message>
    <message>
        <source>How long a copied token stays on the clipboard, unless something else is copied</source>
        <translation>复制的令牌在剪贴板中保留多久（除非期间复制了其他内容）</translation>
    </message>
    <message>
        <source>Check &amp;service every</source>
        <translation>服务检查间隔(&amp;S)</translation>
    </message>
    <message>
        <source>Check service every</source>
        <translation>服务检查间隔</translation>
    </message>
    <message>
        <source>How often the service is asked for its health while the window is visible</source>
        <translation>窗口可见时，每隔多久查询一次服务的运行状况</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>在以下情况发送通知</translation>
    </message>
    <message>
        <source>a &amp;new login is needed</source>
        <translation>需要重新登录(&amp;N)</translation>
    </message>
    <message>
        <source>Notify me when a new login is needed</source>
        <translation>需要重新登录时发送通知</translation>
    </message>
    <message>
        <source>refreshing &amp;fails</source>
        <translation>刷新失败(&amp;F)</translation>
    </message>
    <message>
        <source>Notify me when refreshing fails</source>
        <translation>刷新失败时发送通知</translation>
    </message>
    <message>
        <source>Only when less than five minutes of the token are left</source>
        <translation>仅当令牌剩余时间不足 5 分钟时</translation>
    </message>
    <message>
        <source>all is &amp;well again</source>
        <translation>恢复正常(&amp;W)</translation>
    </message>
    <message>
        <source>Notify me when all is well again</source>
        <translation>恢复正常时发送通知</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Close to &amp;tray</source>
        <translation>关闭时隐藏到系统托盘(&amp;T)</translation>
    </message>
    <message>
        <source>Close to tray</source>
        <translation>关闭时隐藏到系统托盘</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray, where a tray shows it</source>
        <translation>如果系统托盘能显示图标，关闭窗口后程序会留在托盘中</translation>
    </message>
    <message>
        <source>Start the program when you log in to this computer</source>
        <translation>登录本机时启动此程序</translation>
    </message>
    <message>
        <source>Start &amp;hidden</source>
        <translation>启动时隐藏窗口(&amp;H)</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>启动时隐藏窗口</translation>
    </message>
    <message>
        <source>At login only the icon in the tray appears; where no tray shows it, the window does</source>
        <translation>登录系统时仅在系统托盘中显示图标；如果托盘无法显示图标，则显示窗口</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不清空</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation>%1（此版本不支持）</translation>
    </message>
    <message>
        <source>What was chosen before cannot be read (%1), so this shows how the program comes. The next change keeps a copy of the file.</source>
        <translation>无法读取先前的设置（%1），因此这里显示的是默认设置。下次更改时会保留该文件的副本。</translation>
    </message>
    <message>
        <source>Choices here end with the sandbox. Language and start with the desktop cannot be chosen in it.</source>
        <translation>此处的选择仅限本次沙盒。语言和随桌面启动在此不可更改。</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>语言将在程序下次启动时更改。</translation>
    </message>
    <message>
        <source>No tray shows the program now, so closing the window ends it.</source>
        <translation>目前没有托盘显示本程序，关闭窗口会退出程序。</translation>
    </message>
    <message>
        <source>Start with the &amp;desktop</source>
        <translation>随桌面启动(&amp;D)</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>随桌面启动</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProblemLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBar</name>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Profile: who is logged in, and where</source>
        <translation>配置方案：登录身份及所登录的服务</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>A service on this computer stands in for the real one: nothing here is worth anything outside.</source>
        <translation>由本机上的服务代替真实服务：这里的一切在外部均无效。</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Forget the tokens and take the API token out of the keychain</source>
        <translation>清除令牌，并从密钥环中移除 API 令牌</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileBoxAccessible</name>
    <message>
        <source>Opens or closes the list of profiles</source>
        <translation>打开或关闭配置方案列表</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileModel</name>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, its state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, its state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>QciAuth::ProfileStore</name>
    <message>
        <source>Give the profile a name, such as “default”.</source>
        <translation>请为配置方案命名，例如“default”。</translation>
    </message>
    <message>
        <source>The profile name is longer than %1 characters. Choose a shorter one.</source>
        <translation>配置方案名称超过 %1 个字符。请使用较短的名称。</translation>
    </message>
    <message>
        <source>The profile name has a line break or another control character. Remove it.</source>
        <translation>配置方案名称含有换行符或其他控制字符。请将其删除。</translation>
    </message>
</context>
<context>
    <name>QciAuth::RuntimeFolder</name>
    <message>
        <source>There is no folder for temporary files. Create the one that the environment variable TMPDIR names, or unset it.</source>
        <translation>没有用于临时文件的文件夹。请创建环境变量 TMPDIR 所指的文件夹，或取消设置该变量。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on the disk.</source>
        <translation>无法创建文件夹 %1（%2）。请检查上级文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>%1 is not a folder but a link or a file, so it is not used. Remove it and try again.</source>
        <translation>%1 不是文件夹，而是链接或文件，因此未使用。请将其删除，然后重试。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to remove it.</source>
        <translation>文件夹 %1 属于其他用户，因此未使用。请让本机的管理员将其删除。</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.</source>
        <translation>文件夹 %1 对其他用户开放，且无法禁止其访问（%2）。请将其删除，然后重试。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SandboxProcess</name>
    <message>
        <source>The sandbox cannot be started: %1 is missing or cannot be run. Build or install qci-auth-sandbox next to this program.</source>
        <translation>无法启动沙盒：%1 不存在或无法运行。请构建 qci-auth-sandbox，或将其安装到本程序所在的文件夹。</translation>
    </message>
    <message>
        <source>The sandbox has ended (%1). Start the program again for a new one.</source>
        <translation>沙盒已结束（%1）。要使用新的沙盒，请重新启动本程序。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServiceHint</name>
    <message>
        <source>Asking the service…</source>
        <translation>正在查询服务…</translation>
    </message>
    <message>
        <source>A QCi service answers here: %1 (%2)</source>
        <translation>此地址有 QCi 服务响应：%1（%2）</translation>
    </message>
</context>
<context>
    <name>QciAuth::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>服务：%1</translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation>运行状况：%1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>版本：%1</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionCommands</name>
    <message>
        <source>Logged out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>The API token could not be taken out of the keychain and is still there. %1</source>
        <translation>无法从密钥环中移除 API 令牌，令牌仍在其中。%1</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>已刷新</translation>
    </message>
    <message>
        <source>Not refreshed: %1</source>
        <translation>未能刷新：%1</translation>
    </message>
    <message>
        <source>Nothing copied: %1</source>
        <translation>未能复制：%1</translation>
    </message>
    <message>
        <source>Nothing copied: the desktop did not take it. Click in the window and copy again.</source>
        <translation>未能复制：桌面未接受。请点击窗口后重新复制。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionNotifications</name>
    <message>
        <source>Login required: %1</source>
        <translation>需要登录：%1</translation>
    </message>
    <message>
        <source>The service refuses the API token. Log in again to go on.</source>
        <translation>服务拒绝了 API 令牌。请重新登录以继续使用。</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>刷新失败：%1</translation>
    </message>
    <message>
        <source>The access token expires in less than 5 minutes.</source>
        <translation>访问令牌将在 5 分钟内过期。</translation>
    </message>
    <message>
        <source>There is no valid access token any more.</source>
        <translation>访问令牌已失效。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Working again: %1</source>
        <translation>已恢复正常：%1</translation>
    </message>
    <message>
        <source>There is a valid access token again.</source>
        <translation>已重新获得有效的访问令牌。</translation>
    </message>
    <message>
        <source>No token yet: %1</source>
        <translation>尚无令牌：%1</translation>
    </message>
    <message>
        <source>Since the program started, no access token could be fetched. It tries again by itself.</source>
        <translation>程序启动以来尚未能获取访问令牌。程序会自动重试。</translation>
    </message>
</context>
<context>
    <name>QciAuth::SessionText</name>
    <message>
        <source>Refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待密钥环…</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Refreshing fails</source>
        <translation>刷新失败</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>尚无令牌</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>令牌已过期</translation>
    </message>
    <message>
        <source>Login required</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>已于 %1 过期</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>将于 %1 过期</translation>
    </message>
    <message>
        <source>expires %1, renews itself about %2</source>
        <translation>将于 %1 过期，约 %2 自动刷新</translation>
    </message>
    <message>
        <source>Token expires in less than a minute</source>
        <translation>令牌将在 1 分钟内过期</translation>
    </message>
    <message>
        <source>Log in again to go on.</source>
        <translation>请重新登录以继续使用。</translation>
    </message>
    <message>
        <source>You are logged in for this run only: the API token is not stored. %1</source>
        <translation>仅在本次运行期间保持登录：API 令牌未保存。%1</translation>
    </message>
    <message>
        <source>Refreshing fails: %1.</source>
        <translation>刷新失败：%1。</translation>
    </message>
    <message>
        <source>Refreshing fails: %1</source>
        <translation>刷新失败：%1</translation>
    </message>
    <message>
        <source>Token valid until %1.</source>
        <translation>令牌有效期至 %1。</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>%1 秒后重试。</translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation>%1 分钟后重试。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min behind the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>本机时钟比服务的时钟慢 %1 分钟。此处显示的时间已校正；为免影响其他程序，请校准本机时钟。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 min ahead of the service&apos;s. Times here are corrected; set the clock for other programs.</source>
        <translation>本机时钟比服务的时钟快 %1 分钟。此处显示的时间已校正；为免影响其他程序，请校准本机时钟。</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1，%2 毫秒</translation>
    </message>
    <message>
        <source>unreachable, %1</source>
        <translation>无法连接，%1</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>Token expires in %n minutes</source>
        <translation>
            <numerusform>令牌将在 %n 分钟后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Refreshing fails, under 1 min left</source>
        <translation>刷新失败，剩余不到 1 分钟</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n h left</source>
        <translation>
            <numerusform>刷新失败，剩余 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>剩余 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing fails, %n min left</source>
        <translation>
            <numerusform>刷新失败，剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>即将过期</translation>
    </message>
</context>
<context>
    <name>QciAuth::Sparkline</name>
    <message>
        <source>Latency: %1</source>
        <translation>延迟：%1</translation>
    </message>
</context>
<context>
    <name>QciAuth::StatusBar</name>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>%1 秒后清空剪贴板</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>没有密钥环</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>密钥环：%1</translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenCopier</name>
    <message>
        <source>Bearer header copied</source>
        <translation>已复制 Bearer 请求头</translation>
    </message>
    <message>
        <source>Refreshed, and bearer header copied</source>
        <translation>已刷新，并已复制 Bearer 请求头</translation>
    </message>
    <message numerus="yes">
        <source>Bearer header copied, but it expires in %n s</source>
        <translation>
            <numerusform>已复制 Bearer 请求头，但它将在 %n 秒后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>已复制 curl 命令</translation>
    </message>
    <message>
        <source>Refreshed, and curl command copied</source>
        <translation>已刷新，并已复制 curl 命令</translation>
    </message>
    <message numerus="yes">
        <source>curl command copied, but its token expires in %n s</source>
        <translation>
            <numerusform>已复制 curl 命令，但其中的令牌将在 %n 秒后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Python headers copied</source>
        <translation>已复制 Python 请求头</translation>
    </message>
    <message>
        <source>Refreshed, and Python headers copied</source>
        <translation>已刷新，并已复制 Python 请求头</translation>
    </message>
    <message numerus="yes">
        <source>Python headers copied, but their token expires in %n s</source>
        <translation>
            <numerusform>已复制 Python 请求头，但其中的令牌将在 %n 秒后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment lines copied</source>
        <translation>已复制环境变量行</translation>
    </message>
    <message>
        <source>Refreshed, and environment lines copied</source>
        <translation>已刷新，并已复制环境变量行</translation>
    </message>
    <message numerus="yes">
        <source>Environment lines copied, but their token expires in %n s</source>
        <translation>
            <numerusform>已复制环境变量行，但其中的令牌将在 %n 秒后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Bare token copied</source>
        <translation>已复制令牌本身</translation>
    </message>
    <message>
        <source>Refreshed, and bare token copied</source>
        <translation>已刷新，并已复制令牌本身</translation>
    </message>
    <message numerus="yes">
        <source>Bare token copied, but it expires in %n s</source>
        <translation>
            <numerusform>已复制令牌本身，但它将在 %n 秒后过期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QciAuth::TokenPage</name>
    <message>
        <source>Copy bearer header</source>
        <translation>复制 Bearer 请求头</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Copy organization ID</source>
        <translation>复制组织 ID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>复制用户 ID</translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation>已复制组织 ID</translation>
    </message>
    <message>
        <source>User ID copied</source>
        <translation>已复制用户 ID</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待密钥环…</translation>
    </message>
    <message>
        <source>Organization ID: %1</source>
        <translation>组织 ID：%1</translation>
    </message>
    <message>
        <source>User ID: %1</source>
        <translation>用户 ID：%1</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy the token in another form</source>
        <translation>以其他形式复制令牌</translation>
    </message>
    <message>
        <source>Copy the line “Authorization: Bearer …” for a request</source>
        <translation>复制请求所需的“Authorization: Bearer …”行</translation>
    </message>
    <message>
        <source>Exchange the API token for a new access token now</source>
        <translation>立即用 API 令牌换取新的访问令牌</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip, shortcut</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayIcon</name>
    <message>
        <source>Copy bearer header</source>
        <translation>复制 Bearer 请求头</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>QciAuth::TrayReading</name>
    <message>
        <source>%1. %2</source>
        <comment>state, such as Logged in; time left, such as Token expires in 5 minutes</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a profile; its state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowCloser</name>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待密钥环…</translation>
    </message>
    <message>
        <source>Waiting for the refresh to end…</source>
        <translation>正在等待刷新完成…</translation>
    </message>
    <message>
        <source>Waiting for the login to end…</source>
        <translation>正在等待登录完成…</translation>
    </message>
</context>
<context>
    <name>QciAuth::WindowTray</name>
    <message>
        <source>Show</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>QCi Auth goes on in the tray</source>
        <translation>QCi Auth 仍在系统托盘中运行</translation>
    </message>
    <message>
        <source>Click its icon to see the window again. To end the program, choose Quit in the icon&apos;s menu.</source>
        <translation>单击其图标可再次显示窗口。要结束程序，请在图标的菜单中选择“退出”。</translation>
    </message>
</context>
</TS>
