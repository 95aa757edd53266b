# SPDX-License-Identifier: Apache-2.0
# Signs the programs before they are packed, and then the installer. Run by CPack.
if(NOT CPACK_QCIAUTH_SIGN_COMMAND)
    message(STATUS "Nothing is signed: QCIAUTH_SIGN_COMMAND is not set")
    return()
endif()
if(CPACK_PACKAGE_FILES)
    set(files ${CPACK_PACKAGE_FILES})
else()
    file(GLOB_RECURSE files ${CPACK_TEMPORARY_DIRECTORY}/*/qci-auth*.exe ${CPACK_TEMPORARY_DIRECTORY}/*/qci-auth*.dll)
endif()
foreach(file IN LISTS files)
    execute_process(COMMAND ${CPACK_QCIAUTH_SIGN_COMMAND} ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
