# SPDX-License-Identifier: Apache-2.0
# Writes the header FILE with the commit of the sources in FOLDER; leaves it alone where it says so already.
find_program(GIT git)
set(commit)
if(GIT AND EXISTS ${FOLDER}/.git)
    execute_process(COMMAND ${GIT} -C ${FOLDER} describe --always --abbrev=10 --exclude=* --dirty=+
        OUTPUT_VARIABLE commit
        OUTPUT_STRIP_TRAILING_WHITESPACE
        ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${FILE} CONTENT [[#define QCIAUTH_COMMIT "@commit@"
]] @ONLY)
