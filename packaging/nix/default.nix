# SPDX-License-Identifier: Apache-2.0
# nix-build packaging/nix
{ pkgs ? import <nixpkgs> { } }:
let
  # The project's CMakeLists.txt has it.
  versionIn = text: builtins.head (builtins.match ".*project[(]QciAuth[[:space:]]+VERSION ([0-9.]+)[[:space:]].*" text);
in
pkgs.stdenv.mkDerivation {
  pname = "qci-auth";
  version = versionIn (builtins.readFile ../../CMakeLists.txt);
  src = pkgs.lib.cleanSource ../..;

  nativeBuildInputs = with pkgs; [ cmake librsvg ninja qt6.qttools qt6.wrapQtAppsHook ];
  buildInputs = with pkgs; [ cli11 libsecret qt6.qtbase qt6.qthttpserver qt6.qtsvg qt6.qtwebsockets qt6Packages.qtkeychain ];
  cmakeFlags = [ "-DBUILD_TESTING=OFF" ];
  # The keychain's library is loaded at run time.
  qtWrapperArgs = [ "--prefix LD_LIBRARY_PATH : ${pkgs.lib.makeLibraryPath [ pkgs.libsecret ]}" ];

  meta = {
    description = "Log in to QCi once, and hand out access tokens: window, command and library";
    license = pkgs.lib.licenses.asl20;
    mainProgram = "qci-auth-desktop";
    platforms = pkgs.lib.platforms.linux;
  };
}
