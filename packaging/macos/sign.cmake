# SPDX-License-Identifier: Apache-2.0
# Signs the bundle with all that macdeployqt put into it. Run by CPack before it packs.
file(GLOB_RECURSE bundles LIST_DIRECTORIES ON ${CPACK_TEMPORARY_DIRECTORY}/*.app)
list(FILTER bundles INCLUDE REGEX "[.]app$")
set(identity -)
set(options)
if(CPACK_QCIAUTH_SIGN_IDENTITY)
    set(identity ${CPACK_QCIAUTH_SIGN_IDENTITY})
    # What notarisation asks for.
    set(options --options runtime --timestamp)
endif()
foreach(bundle IN LISTS bundles)
    execute_process(COMMAND codesign --force --deep ${options} --sign ${identity} ${bundle} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
