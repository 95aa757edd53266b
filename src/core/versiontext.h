// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// Version and, where it was built from a repository, the commit: `0.1.0 (0123456789)`, with a `+` behind the commit
/// where files had been changed since.
QString releaseText();

/// What `--version` says after the program's name: version, commit, Qt that runs it, where secrets are kept.
QString versionText();

} // namespace QciAuth
