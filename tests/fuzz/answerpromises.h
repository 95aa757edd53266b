// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

struct Answer;
class AuthError;

/// What everybody relies on who gets an answer of the service: that it is read in full or fails with an error that can
/// be shown. The API token of whoever asked is FuzzInput::token().
class AnswerPromises
{
public:
    static void check(const Answer &answer);
    static void check(const AuthError &error);
};

} // namespace QciAuth
