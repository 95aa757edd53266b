# SPDX-License-Identifier: Apache-2.0
# What the policy of Debian wants of every package: licence, changelog, compressed manual pages; and what a user has to
# read who has nothing but the package. Run by CPack for what it is about to pack.
find_program(GZIP gzip REQUIRED)
# That of the commit, where SOURCE_DATE_EPOCH says it.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(packages command qci-auth desktop qci-auth-desktop development libqciauth-dev)
while(packages)
    list(POP_FRONT packages component package)
    set(root ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr/share)
    set(documents ${root}/doc/${package})
    configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${documents}/copyright NO_SOURCE_PERMISSIONS COPYONLY)
    configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${documents}/changelog NO_SOURCE_PERMISSIONS @ONLY)
    foreach(text IN ITEMS CHANGELOG README SECURITY)
        configure_file(${CMAKE_CURRENT_LIST_DIR}/../../${text}.md ${documents}/${text}.md NO_SOURCE_PERMISSIONS COPYONLY)
    endforeach()
    # Where Debian's zsh looks for what packages bring.
    if(EXISTS ${root}/zsh/site-functions)
        file(RENAME ${root}/zsh/site-functions ${root}/zsh/vendor-completions)
    endif()
    file(GLOB_RECURSE texts ${root}/man/*.[1-9] ${documents}/*.md ${documents}/changelog)
    execute_process(COMMAND ${GZIP} --no-name --best --force ${texts} COMMAND_ERROR_IS_FATAL ANY)
endwhile()
