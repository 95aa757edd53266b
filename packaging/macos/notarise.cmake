# SPDX-License-Identifier: Apache-2.0
# Has Apple look at the disk image, and attaches what Apple says. Run by CPack after it has packed.
if(NOT CPACK_QCIAUTH_NOTARY_PROFILE)
    message(STATUS "Not notarised: QCIAUTH_NOTARY_PROFILE is not set")
    return()
endif()
foreach(image IN LISTS CPACK_PACKAGE_FILES)
    execute_process(
        COMMAND xcrun notarytool submit --wait --keychain-profile ${CPACK_QCIAUTH_NOTARY_PROFILE} ${image}
        COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND xcrun stapler staple ${image} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
