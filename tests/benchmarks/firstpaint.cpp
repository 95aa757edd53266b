// SPDX-License-Identifier: Apache-2.0
// Starts a program and tells, as a line of JSON, when its window was on the screen and what memory it takes.
//
// Usage: firstpaint IDLE-MILLISECONDS PROGRAM [OPTION...]
//
// It looks at the screen itself, so the program needs no help from inside. The display has to be its own: no window
// manager, and no other windows. The memory is read when the program was left alone for so long after the first paint;
// with 0 it is not read.
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
#include <fstream>
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
// How often the screen is looked at between the appearance of the window and its first paint.
constexpr std::chrono::microseconds lookInterval{100};
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

    std::size_t unpaintedPixels(const Placed &place)
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
            count += (pixel & 0xFFFFFF) == unpainted ? 1 : 0;
        }
        return count;
    }

    bool isPainted(const Placed &place) { return unpaintedPixels(place) == 0; }
    bool isWithoutPaint(const Placed &place) { return unpaintedPixels(place) == place.width; }

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
        waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }

    // In KiB; nothing where the kernel does not tell, as of a process that may not be looked into.
    std::optional<long> memory(const std::string &file, const std::string &field) const
    {
        std::ifstream lines("/proc/" + std::to_string(m_pid) + "/" + file);
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with(field + ":"))
                return std::stol(line.substr(field.size() + 1));
        }
        return std::nullopt;
    }

private:
    pid_t m_pid;
};

void printMember(const char *name, std::optional<long> value)
{
    std::cout << ", \"" << name << "\": ";
    if (value)
        std::cout << *value;
    else
        std::cout << "null";
}

void measure(std::chrono::milliseconds idle, char *const *arguments)
{
    Screen screen;
    const auto start = Clock::now();
    const auto deadline = start + patience;
    Child child(arguments);
    const Placed place = screen.waitForWindow(deadline);
    const auto mapped = Clock::now();
    screen.waitForPaint(place, deadline);
    const auto painted = Clock::now();

    std::cout << "{\"mapped_ms\": " << Milliseconds(mapped - start).count()
              << ", \"painted_ms\": " << Milliseconds(painted - start).count();
    if (idle.count() > 0) {
        std::this_thread::sleep_for(idle);
        printMember("rss_kib", child.memory("status", "VmRSS"));
        printMember("pss_kib", child.memory("smaps_rollup", "Pss"));
    }
    std::cout << "}\n";

    child.end();
    screen.waitForEnd(place.window, Clock::now() + patience);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3) {
        std::cerr << "Usage: firstpaint IDLE-MILLISECONDS PROGRAM [OPTION...]\n";
        return EXIT_FAILURE;
    }
    try {
        measure(std::chrono::milliseconds(std::stol(argv[1])), argv + 2);
    } catch (const std::exception &error) {
        std::cerr << "firstpaint: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
