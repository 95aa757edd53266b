// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

#include <cstdint>

namespace QciAuth {

/// Whether an X server has a tray of the older kind, which embeds windows (XEmbed). Looks without asking Qt, which
/// makes up its mind about the kind of tray when it is first asked, and never changes it.
class EmbeddingTray final : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit EmbeddingTray(QObject *parent = nullptr);
    ~EmbeddingTray() override;

    /// Whether there is one now.
    bool isThere() const;

    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

signals:
    /// One has come.
    void appeared();

private:
    std::uint32_t m_selection = 0; ///< atom; zero without an X server
};

} // namespace QciAuth
