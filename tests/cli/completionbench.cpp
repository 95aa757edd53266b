// SPDX-License-Identifier: Apache-2.0
#include "completionbench.h"

#include "commandline.h"
#include "completion.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto fakeProgram = R"sh(#!/bin/sh
if [ "$1 $2" = 'profile list' ]; then
    printf '%s\t%s\n' default https://a.example/ 'my lab' https://b.example/ "o'neil" https://c.example/
else
    printf 'RAN:'
    printf '[%s]' "$@"
    echo ':END'
fi
)sh";

// $1 is the script, the others are the words of the command line.
constexpr auto askBash = R"bash(
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
_qci_auth
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
)bash";

// $1 is the shell, $2 the script, $3 what is typed.
constexpr auto typeInTerminal = R"zsh(
zmodload zsh/zpty
case $1 in
  bash) zpty shell bash --norc --noprofile -i; prepare='bind "set enable-bracketed-paste off"' ;;
  zsh) zpty shell zsh -f -i; prepare='autoload -Uz compinit; compinit -u -D' ;;
esac
zpty -w shell "$prepare; source ${(q)2}; echo REA''DY"
zpty -r shell output '*READY*'
zpty -w shell "$3"
zpty -r shell output '*RAN:*:END*'
output=${output##*RAN:}
print -r -- "${output%%:END*}"
zpty -d shell
)zsh";

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

CompletionBench::CompletionBench()
{
    const QDir folder(m_folder.path());
    bool ok = m_folder.isValid() && folder.mkdir(u"bin"_s) && folder.mkdir(u"work"_s) &&
              folder.mkdir(u"work/folder"_s) && write(folder.filePath(u"bin/qci-auth"_s), fakeProgram) &&
              write(folder.filePath(u"bin/qci-test-command"_s), "#!/bin/sh\n") &&
              write(folder.filePath(u"work/certificates.pem"_s), {});
    for (const CompletedShell shell : {CompletedShell::Bash, CompletedShell::Zsh, CompletedShell::Fish}) {
        ok = ok && write(script(shell), completionScript(CommandLine::description(), shell).toUtf8());
    }
    if (!ok) {
        qFatal("The files for the tests of the completion cannot be written.");
    }
}

QString CompletionBench::program(CompletedShell shell)
{
    return shell == CompletedShell::Bash ? u"bash"_s : shell == CompletedShell::Zsh ? u"zsh"_s : u"fish"_s;
}

bool CompletionBench::isInstalled(CompletedShell shell)
{
    return !QStandardPaths::findExecutable(program(shell)).isEmpty();
}

QString CompletionBench::script(CompletedShell shell) const
{
    return m_folder.filePath(u"completion."_s + program(shell));
}

QString CompletionBench::run(const QString &program, const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_folder.filePath(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"TERM"_s, u"dumb"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"ZDOTDIR"_s, u"BASH_ENV"_s, u"ENV"_s}) {
        environment.remove(name);
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.filePath(u"work"_s));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    constexpr int patienceMs = 20'000;
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return u"did not end"_s;
    }
    return QString::fromUtf8(process.readAll());
}

QStringList CompletionBench::suggestions(CompletedShell shell, const QStringList &words) const
{
    const bool isBash = shell == CompletedShell::Bash;
    const QString output =
        isBash ? run(program(shell),
                     QStringList{u"--norc"_s, u"-c"_s, QString::fromLatin1(askBash), u"bash"_s, script(shell)} + words)
               : run(program(shell), {u"--no-config"_s, u"-c"_s, u"source $argv[1]; complete -C $argv[2]"_s,
                                         script(shell), words.join(u' ')});
    QStringList found;
    for (QString line : output.split(u'\n', Qt::SkipEmptyParts)) {
        line = line.section(u'\t', 0, 0).remove(u'\\');
        if (line.endsWith(u'/')) {
            line.chop(1);
        }
        found.append(line);
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

QString CompletionBench::typed(CompletedShell shell, const QString &line) const
{
    return run(u"zsh"_s,
        {u"-f"_s, u"-c"_s, QString::fromLatin1(typeInTerminal), u"zsh"_s, program(shell), script(shell), line})
        .trimmed();
}

} // namespace QciAuth
