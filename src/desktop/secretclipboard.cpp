// SPDX-License-Identifier: Apache-2.0
#include "secretclipboard.h"

#include "displayqueue.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// By then a compositor has answered, which takes it less than a millisecond.
constexpr std::chrono::milliseconds answerLimit{1'500};

constexpr auto nonceFormat = "application/x-qci-auth-nonce"_L1;

// What each system's clipboard managers look for before they keep, sync or show what was copied.
void mark(QMimeData &data)
{
    data.setData(u"x-kde-passwordManagerHint"_s, "secret");
#if defined(Q_OS_WIN)
    const QByteArray no(4, '\0');
    for (const QString &name : {u"ExcludeClipboardContentFromMonitorProcessing"_s, u"CanIncludeInClipboardHistory"_s,
             u"CanUploadToCloudClipboard"_s})
        data.setData(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name), no);
#elif defined(Q_OS_MACOS)
    data.setData(u"application/x-nspasteboard-concealed-type"_s, "secret");
#endif
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
    m_answer.setSingleShot(true);
    m_answer.setInterval(answerLimit);
    connect(&m_answer, &QTimer::timeout, this, &SecretClipboard::giveUp);
    connect(&m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (m_answer.isActive() && isOurs()) {
            m_answer.stop();
            emit taken();
        }
        if (m_nonce.isEmpty() || isOurs())
            return;
        m_nonce.clear();
        m_timer.stop();
        overwriteDisplayQueue();
        emit changed();
        if (m_answer.isActive()) {
            m_answer.stop();
            emit refused();
        }
    });
}

void SecretClipboard::copy(const QString &secret)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    m_nonce = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex();

    m_answer.stop();
    auto *data = new QMimeData;
    m_data = data;
    data->setText(secret);
    data->setData(nonceFormat, m_nonce);
    mark(*data);
    m_clipboard.setMimeData(data, QClipboard::Clipboard); // takes it over
    if (m_stay > m_stay.zero())
        m_timer.start(m_stay);
    else
        m_timer.stop();
    emit changed();
    if (isToldLater())
        m_answer.start();
    else
        emit taken();
}

// A Wayland compositor ignores what is copied without a key press or a click, and does not say so; Qt takes it for
// ours all the same. What it takes it offers to the window that has the keyboard, which is a second change of the data.
// Without a window that has it, nobody can tell.
bool SecretClipboard::isToldLater()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1) && QGuiApplication::focusWindow();
}

void SecretClipboard::giveUp()
{
    // Not by the clipboard, which would empty that of others if the compositor listened now.
    if (m_data)
        m_data->clear();
    m_nonce.clear();
    m_timer.stop();
    emit changed();
    emit refused();
}

void SecretClipboard::clear()
{
    m_answer.stop();
    m_timer.stop();
    if (m_nonce.isEmpty())
        return;
    const bool ours = isOurs();
    m_nonce.clear();
    if (ours)
        m_clipboard.clear(QClipboard::Clipboard);
    overwriteDisplayQueue();
    emit changed();
}

std::chrono::milliseconds SecretClipboard::remaining() const
{
    return m_timer.isActive() ? std::max(m_timer.remainingTimeAsDuration(), std::chrono::milliseconds(0))
                              : std::chrono::milliseconds(0);
}

bool SecretClipboard::isOurs() const
{
    // Without asking another owner for its data, which could take seconds.
    if (!m_clipboard.ownsClipboard())
        return false;
    const QMimeData *data = m_clipboard.mimeData(QClipboard::Clipboard);
    return data && data->data(nonceFormat) == m_nonce;
}

} // namespace QciAuth
