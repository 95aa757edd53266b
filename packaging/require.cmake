# SPDX-License-Identifier: Apache-2.0
# qciauth_require(WHAT DEBIAN PACKAGE ARGUMENTS...): find_package with these arguments, and one line where it is not there.
# A macro, because find_package sets variables.
macro(qciauth_require what debian package)
    find_package(${package} QUIET ${ARGN})
    if(NOT ${package}_FOUND)
        # Unlike other text, what begins with a space is not broken into lines.
        message(FATAL_ERROR " ${what} is missing (Debian: ${debian})")
    endif()
endmacro()
