// SPDX-License-Identifier: Apache-2.0
#include "sessionworld.h"

#include "authclient.h"

#include <QLockFile>

using namespace Qt::StringLiterals;

namespace QciAuth {

using std::chrono::milliseconds;

SessionWorld::SessionWorld(VirtualTime &virtualTime, RandomWalk &choices, const QString &folder)
    : time(virtualTime)
    , random(choices)
    , service(choices)
    , profiles(folder)
    , sharing(secrets, clock, folder)
    , connector(clock, network.accessManagers())
    , m_folder(folder)
    , m_serviceTime(clock.now())
{
    // A machine whose clock is wrong from the beginning, now and then.
    if (random.chance(30))
        clock.jumpWall(milliseconds(random.oneOf({-1'200'000, -90'000, 45'000, 3'600'000})));
    profile.name = u"walk"_s;
    profile.url = u"https://one.example/"_s;
    if (profiles.save(profile))
        qFatal("the temporary folder cannot be written");
    makeSession();
}

SessionWorld::~SessionWorld()
{
    session.reset();
    login.reset();
    VirtualTime::settle();
}

void SessionWorld::makeSession()
{
    session.reset();
    const Profile stored = profiles.profile(profile.name).value_or(profile);
    session =
        std::make_unique<Session>(stored, secrets, profiles, sharing, connector, [this] { return random.fraction(); });
}

void SessionWorld::advance(milliseconds duration, const std::function<void()> &onEach)
{
    // Whoever waits for a lock looks at it all the time: enough is enough.
    constexpr int mostTimers = 150;
    for (int fired = 0; fired < mostTimers; ++fired) {
        const milliseconds step = std::min(duration, time.untilNextTimer().value_or(duration));
        clock.advance(step);
        m_serviceTime = m_serviceTime.addMSecs(step.count());
        m_believed += step;
        time.advance(step);
        VirtualTime::settle();
        onEach();
        duration -= step;
        if (duration == milliseconds::zero())
            break;
    }
}

void SessionWorld::suspend(milliseconds duration)
{
    clock.jumpWall(duration);
    m_serviceTime = m_serviceTime.addMSecs(duration.count());
    m_believed += duration;
}

void SessionWorld::setWall(milliseconds by)
{
    clock.jumpWall(by);
    m_believed += std::max(by, milliseconds::zero());
}

ProfileLock::Held SessionWorld::lock() const
{
    if (m_lock)
        return m_lock;
    auto held = std::make_shared<QLockFile>(ProfileLock::file(m_folder, profile.name));
    held->setStaleLockTime(0);
    return held->tryLock(0) ? held : nullptr;
}

bool SessionWorld::takeLock()
{
    m_lock = lock();
    return m_lock != nullptr;
}

void SessionWorld::releaseLock()
{
    m_lock.reset();
}

bool SessionWorld::loginElsewhere(const QString &apiToken)
{
    const ProfileLock::Held held = lock();
    if (!held)
        return false;
    profile.url = service.apiToken(apiToken).url;
    profiles.save(profile);
    secrets.putSecret(profile.refreshTokenKey(), apiToken);
    secrets.putSecret(profile.accessTokenKey(), {});
    if (random.chance(70))
        shareAccessToken(apiToken);
    return true;
}

bool SessionWorld::exchangeElsewhere()
{
    const ProfileLock::Held held = lock();
    const QString apiToken = storedApiToken();
    if (!held || apiToken.isEmpty())
        return false;
    shareAccessToken(apiToken);
    return true;
}

void SessionWorld::shareAccessToken(const QString &apiToken)
{
    const QString token = service.newAccessToken(apiToken, m_serviceTime, service.lifetime());
    const Profile stored = profiles.profile(profile.name).value_or(profile);
    const AccessTokenInfo info =
        AccessTokenInfo::fromJson(exchangeObject(token, service.accessToken(token).expiresAt), m_serviceTime);
    // Another process writes what this program does, and its keychain answers.
    ScriptedSecretStore other;
    AccessTokenCache(other, clock).write(stored, info).waitForFinished();
    secrets.putSecret(profile.accessTokenKey(), other.secret(profile.accessTokenKey()));
}

bool SessionWorld::logOutElsewhere()
{
    const ProfileLock::Held held = lock();
    if (!held)
        return false;
    secrets.putSecret(profile.refreshTokenKey(), {});
    secrets.putSecret(profile.accessTokenKey(), {});
    return true;
}

bool SessionWorld::removeProfileElsewhere()
{
    return logOutElsewhere() && !profiles.remove(profile.name);
}

} // namespace QciAuth
