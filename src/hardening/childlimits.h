// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Gives back what hardenProcess() took and a program inherits that is started in this one's place: the limit of core
/// images. That a process is not dumpable ends with the start of another program by itself.
///
/// It is the executable's, exported for its modules. Weak, so that these can be used without it: call it only where it
/// is there. On systems other than Linux nothing is taken.
#if defined(__linux__)
extern "C" [[gnu::weak]] void qciauthRestoreChildLimits();
#endif
