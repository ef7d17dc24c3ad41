package dev.signalman.feature.promotions;

import dev.signalman.chat.People;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.ScheduledTime;
import dev.signalman.command.ScheduledTime.AfterFreeze;
import dev.signalman.command.ScheduledTime.Exact;
import dev.signalman.command.ScheduledTime.Local;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Freeze.Window;
import dev.signalman.domain.UtcTimeFormat;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the time that a person named for a promotion into an instant, and refuses times at which it could not go. Clocks
 * are those of the rule's freezes, else the person's in Slack, else UTC.
 */
final class ScheduleResolver {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final People people;

    @Inject
    ScheduleResolver(People people) {
        this.people = people;
    }

    /**
     * The promotion with its time as an instant.
     *
     * @param now when it was asked for, so that a line that is read again after a crash means the same
     * @throws Refusal when clocks do not show that time or show it twice, when it is over, too far ahead or frozen, or
     *     when there is no freeze to wait for
     */
    Promote resolved(Promote pinned, Wish wish, Instant now) {
        var time = pinned.scheduled();
        if (time == null) {
            return pinned;
        }
        var freezes = Policy.freezes(wish.policies());
        if (time instanceof AfterFreeze) {
            requireEnd(pinned, Freeze.together(freezes, now), now);
            return pinned;
        }
        var exact = time instanceof Local local ? exact(local, zone(wish), pinned, now) : (Exact) time;
        var at = exact.at().toInstant();
        if (!at.isAfter(now)) {
            throw new Refusal(UtcTimeFormat.of(at) + " has already passed. Choose a later time.").naming(List.of(at));
        }
        if (at.isAfter(now.plus(ScheduledTime.FURTHEST))) {
            throw new Refusal("A promotion can be scheduled at most " + ScheduledTime.FURTHEST.toDays()
                    + " days ahead. Choose an earlier time.");
        }
        requireThawed(pinned, exact.at(), freezes, now);
        return pinned.goingAt(exact);
    }

    private ZoneId zone(Wish wish) {
        return Policy.freezes(wish.policies()).stream()
                .map(Freeze::zone)
                .findFirst()
                .or(() -> Stream.ofNullable(
                                people.find(wish.requester().userId()).zone())
                        .findFirst())
                .orElse(UTC);
    }

    private static Exact exact(Local local, ZoneId zone, Promote pinned, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var day = local.day();
        var days = day == null ? List.of(today, today.plusDays(1)) : List.of(day);
        for (var each : days) {
            var ahead = ahead(each.atTime(local.time()), zone, pinned, now);
            if (ahead.size() > 1) {
                throw twice(ahead, pinned);
            }
            if (!ahead.isEmpty()) {
                return new Exact(ahead.get(0));
            }
        }
        throw new Refusal(
                local.print().substring("at ".length()) + " in " + zone + " has already passed. Choose a later time.");
    }

    /** When clocks show this time from now on: once, twice, or not at all. */
    private static List<ZonedDateTime> ahead(LocalDateTime wall, ZoneId zone, Promote pinned, Instant now) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty() && rules.getTransition(wall).getInstant().isAfter(now)) {
            var jump = rules.getTransition(wall);
            var after = ScheduledTime.clock(jump.getDateTimeAfter().toLocalTime());
            throw new Refusal(
                    "There is no " + ScheduledTime.clock(wall.toLocalTime()) + " on " + wall.toLocalDate() + " in "
                            + zone
                            + ": clocks go from "
                            + ScheduledTime.clock(jump.getDateTimeBefore().toLocalTime()) + " to " + after + ".",
                    List.of(then(
                            "Schedule for " + after, pinned, jump.getInstant().atZone(zone))));
        }
        return offsets.stream()
                .map(offset -> ZonedDateTime.ofLocal(wall, zone, offset))
                .filter(each -> each.toInstant().isAfter(now))
                .toList();
    }

    private static Refusal twice(List<ZonedDateTime> ahead, Promote pinned) {
        var first = ahead.get(0);
        return new Refusal(
                ScheduledTime.clock(first.toLocalTime()) + " comes twice on " + first.toLocalDate() + " in "
                        + first.getZone() + ", since clocks go back. Choose the one you mean.",
                ahead.stream()
                        .map(each -> then(
                                ScheduledTime.clock(each.toLocalTime()) + " (UTC" + each.getOffset() + ")",
                                pinned,
                                each))
                        .toList());
    }

    /** Requires that something is frozen now, and thaws within the time that a promotion may wait. */
    private static void requireEnd(Promote pinned, Optional<Window> frozen, Instant now) {
        if (frozen.isEmpty()) {
            throw new Refusal(
                    pinned.promotion() + " isn't frozen now, so there is no freeze to wait for.",
                    List.of(Suggestion.next("Promote to " + pinned.promotion(), pinned.goingAt(null))));
        }
        var until = frozen.get().until();
        if (until == null) {
            throw new Refusal("The freeze of " + pinned.promotion()
                    + " has no end, so nothing can be scheduled after it. Ask your Signalman admin to check freeze "
                    + "in signalman.yml.");
        }
        if (until.isAfter(now.plus(ScheduledTime.FURTHEST))) {
            throw new Refusal("The freeze of " + pinned.promotion() + " lasts until " + UtcTimeFormat.of(until)
                            + ". A promotion can be scheduled at most " + ScheduledTime.FURTHEST.toDays()
                            + " days ahead.")
                    .naming(List.of(until));
        }
    }

    /** Requires that nothing is frozen then, as far as is known now. */
    private static void requireThawed(Promote pinned, ZonedDateTime at, List<Freeze> freezes, Instant now) {
        var frozen = Freeze.together(freezes, at.toInstant()).orElse(null);
        if (frozen == null) {
            return;
        }
        var until = frozen.until();
        var sentence = pinned.promotion() + " is frozen at that time";
        if (until == null) {
            throw new Refusal(sentence
                    + ", and the freeze has no end. Ask your Signalman admin to check freeze in signalman.yml.");
        }
        var already = Freeze.together(freezes, now)
                .map(Window::until)
                .filter(until::equals)
                .isPresent();
        var instead = already
                ? Suggestion.next("Promote after the freeze", pinned.goingAt(new AfterFreeze()))
                : then("Schedule for its end", pinned, until.atZone(at.getZone()));
        throw new Refusal(
                        sentence + ", until " + UtcTimeFormat.of(until) + ".",
                        until.isAfter(now.plus(ScheduledTime.FURTHEST)) ? List.of() : List.of(instead))
                .naming(List.of(until));
    }

    private static Suggestion then(String label, Promote pinned, ZonedDateTime at) {
        return Suggestion.next(label, pinned.goingAt(new Exact(at)));
    }
}
