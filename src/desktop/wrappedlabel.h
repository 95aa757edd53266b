// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QHash>
#include <QLabel>
#include <QString>

namespace QciAuth {

/// A label of several lines that knows how high it is. Layouts ask for that again and again while a window is put
/// together, and Qt lays out the text anew each time. Its margin, indent and format are to be set before its text.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;

private:
    mutable QHash<int, int> m_heights; ///< by width, of this text in this font
    mutable QString m_text;
    mutable QFont m_font;
};

} // namespace QciAuth
