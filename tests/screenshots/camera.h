// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace QciAuth {

/// Takes pictures of all that the program shows, and lays them out on one sheet.
class Camera
{
public:
    /// @param folder   where the pictures go; it is made.
    /// @param variant  the end of their names, such as `dark-2x`.
    Camera(const QString &folder, const QString &variant);

    /// A picture of all windows of the program, each where it is on the screen.
    bool take(const QString &name);
    /// Keeps a picture made elsewhere.
    bool save(const QString &name, const QImage &image) const { return image.save(path(name)); }
    /// All pictures so far on one sheet, with their names.
    bool saveSheet() const;

private:
    struct Picture
    {
        QString name;
        QImage image;
    };

    QString path(const QString &name) const;

    QString m_folder;
    QString m_variant;
    QList<Picture> m_pictures;
};

} // namespace QciAuth
