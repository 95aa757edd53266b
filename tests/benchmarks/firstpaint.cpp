// SPDX-License-Identifier: Apache-2.0
// Starts a program and tells, as a line of JSON, when its window was on the screen.
//
// Usage: firstpaint [--sign X,Y,RRGGBB] PROGRAM [OPTION...]
//
// It looks at the screen itself, so the program needs no help from inside. The display has to be its own: no window
// manager, and no other windows. A sign is a pixel that has that colour only when the window shows what is waited for.
#include <xcb/xcb.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::chrono::seconds patience{30};
// How long a program may take to end when it is asked to.
constexpr std::chrono::seconds politeness{5};
// How often the screen is looked at between the appearance of the window and its first paint.
constexpr std::chrono::microseconds lookInterval{100};
// How often for a sign, which is longer away: the X server has the program's own work to do meanwhile.
constexpr std::chrono::microseconds signInterval{500};
// No window shows this colour. A Qt window has no background of its own, so it keeps the screen's until it is painted.
constexpr std::uint32_t unpainted = 0xFF00FF;

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};

template<typename T>
using Reply = std::unique_ptr<T, Free>;

struct Placed
{
    xcb_window_t window;
    std::int16_t x;
    std::int16_t y;
    std::uint16_t width;
    std::uint16_t height;
};

struct Sign
{
    std::int16_t x;
    std::int16_t y;
    std::uint32_t colour;
};

class Screen
{
public:
    Screen()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection.get()) != 0)
            throw std::runtime_error("There is no X display. Set DISPLAY to one without a window manager.");
        const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data;
        m_root = screen->root;
        if (screen->root_depth != 24)
            throw std::runtime_error("The X display needs a depth of 24 bits.");
        const std::uint32_t values[] = {unpainted, XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY};
        xcb_change_window_attributes(m_connection.get(), m_root, XCB_CW_BACK_PIXEL | XCB_CW_EVENT_MASK, values);
        xcb_clear_area(m_connection.get(), 0, m_root, 0, 0, 0, 0);
        const Placed all{m_root, 0, 0, screen->width_in_pixels, screen->height_in_pixels};
        if (!isWithoutPaint(all))
            throw std::runtime_error("There is a window on the X display already. Give it an empty one.");
    }

    // The next window that appears.
    Placed waitForWindow(Clock::time_point deadline)
    {
        for (;;) {
            const auto event = nextEvent(deadline);
            if ((event->response_type & ~0x80) != XCB_MAP_NOTIFY)
                continue;
            const auto *mapped = reinterpret_cast<const xcb_map_notify_event_t *>(event.get());
            const Reply<xcb_get_geometry_reply_t> geometry(xcb_get_geometry_reply(
                m_connection.get(), xcb_get_geometry(m_connection.get(), mapped->window), nullptr));
            if (geometry && mapped->override_redirect == 0)
                return {mapped->window, geometry->x, geometry->y, geometry->width, geometry->height};
        }
    }

    void waitForPaint(const Placed &place, Clock::time_point deadline)
    {
        while (!isPainted(place)) {
            if (Clock::now() > deadline)
                throw std::runtime_error("The window appeared, but was not painted in time.");
            std::this_thread::sleep_for(lookInterval);
        }
    }

    void waitForSign(const Sign &sign, Clock::time_point deadline)
    {
        const Placed pixel{m_root, sign.x, sign.y, 1, 1};
        while (countPixels(pixel, sign.colour) == 0) {
            if (Clock::now() > deadline)
                throw std::runtime_error("The window was painted, but the sign did not appear in time.");
            std::this_thread::sleep_for(signInterval);
        }
    }

    void waitForEnd(xcb_window_t window, Clock::time_point deadline)
    {
        for (;;) {
            const auto event = nextEvent(deadline);
            if ((event->response_type & ~0x80) == XCB_DESTROY_NOTIFY &&
                reinterpret_cast<const xcb_destroy_notify_event_t *>(event.get())->window == window)
                return;
        }
    }

private:
    Reply<xcb_generic_event_t> nextEvent(Clock::time_point deadline)
    {
        for (;;) {
            if (Reply<xcb_generic_event_t> event{xcb_poll_for_event(m_connection.get())})
                return event;
            if (xcb_connection_has_error(m_connection.get()) != 0)
                throw std::runtime_error("The X display has gone.");
            xcb_flush(m_connection.get());
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
            pollfd readable{xcb_get_file_descriptor(m_connection.get()), POLLIN, 0};
            if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) == 0)
                throw std::runtime_error("The window did not appear, or did not go, in time.");
        }
    }

    // The colours of the row of pixels through the middle of the place, as they are on the screen.
    Reply<xcb_get_image_reply_t> middleRow(const Placed &place)
    {
        const auto y = static_cast<std::int16_t>(place.y + place.height / 2);
        return Reply<xcb_get_image_reply_t>(xcb_get_image_reply(m_connection.get(),
            xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, place.x, y, place.width, 1,
                std::numeric_limits<std::uint32_t>::max()),
            nullptr));
    }

    // How many pixels of that row have the colour.
    std::size_t countPixels(const Placed &place, std::uint32_t colour)
    {
        const auto row = middleRow(place);
        if (!row)
            throw std::runtime_error("The screen cannot be read where the window is.");
        const std::span<const std::uint8_t> bytes(
            xcb_get_image_data(row.get()), static_cast<std::size_t>(xcb_get_image_data_length(row.get())));
        std::size_t count = 0;
        for (std::size_t offset = 0; offset + sizeof(std::uint32_t) <= bytes.size(); offset += sizeof(std::uint32_t)) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, bytes.data() + offset, sizeof pixel);
            count += (pixel & 0xFFFFFF) == colour ? 1 : 0;
        }
        return count;
    }

    bool isPainted(const Placed &place) { return countPixels(place, unpainted) == 0; }
    bool isWithoutPaint(const Placed &place) { return countPixels(place, unpainted) == place.width; }

    std::unique_ptr<xcb_connection_t, decltype([](xcb_connection_t *connection) { xcb_disconnect(connection); })>
        m_connection;
    xcb_window_t m_root = 0;
};

// A process that is ended when this object goes, and when this program does.
class Child
{
public:
    explicit Child(char *const *arguments)
        : m_pid(fork())
    {
        if (m_pid != 0)
            return;
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        // Only this program's own line is printed.
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
        execvp(arguments[0], arguments);
        std::perror(arguments[0]);
        _exit(EXIT_FAILURE);
    }

    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child() { end(); }

    void end()
    {
        if (m_pid <= 0)
            return;
        kill(m_pid, SIGTERM);
        const auto deadline = Clock::now() + politeness;
        while (waitpid(m_pid, nullptr, WNOHANG) == 0) {
            if (Clock::now() > deadline)
                kill(m_pid, SIGKILL);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        m_pid = 0;
    }

private:
    pid_t m_pid;
};

double since(Clock::time_point start)
{
    return Milliseconds(Clock::now() - start).count();
}

void measure(std::optional<Sign> sign, char *const *arguments)
{
    Screen screen;
    const auto start = Clock::now();
    const auto deadline = start + patience;
    Child child(arguments);
    const Placed place = screen.waitForWindow(deadline);
    const double mapped = since(start);
    screen.waitForPaint(place, deadline);
    const double painted = since(start);
    std::cout << "{\"mapped_ms\": " << mapped << ", \"painted_ms\": " << painted;
    if (sign) {
        screen.waitForSign(*sign, deadline);
        std::cout << ", \"sign_ms\": " << since(start);
    }
    std::cout << "}\n";

    child.end();
    screen.waitForEnd(place.window, Clock::now() + patience);
}

std::optional<Sign> readSign(const char *text)
{
    Sign sign{};
    if (std::sscanf(text, "%hd,%hd,%x", &sign.x, &sign.y, &sign.colour) != 3)
        return std::nullopt;
    return sign;
}

int usage()
{
    std::cerr << "Usage: firstpaint [--sign X,Y,RRGGBB] PROGRAM [OPTION...]\n";
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    int program = 1;
    std::optional<Sign> sign;
    if (argc > 2 && std::strcmp(argv[1], "--sign") == 0) {
        sign = readSign(argv[2]);
        program = 3;
        if (!sign)
            return usage();
    }
    if (argc <= program)
        return usage();
    try {
        measure(sign, argv + program);
    } catch (const std::exception &error) {
        std::cerr << "firstpaint: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
