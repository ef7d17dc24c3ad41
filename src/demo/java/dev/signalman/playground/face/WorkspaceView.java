package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.ClientWindow;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page's view of the workspace for one person, except messages. */
final class WorkspaceView {
    private static final int MOST_ERRORS = 50;

    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;
    /** Different in each run of the demo. */
    private final String world;

    WorkspaceView(DemoEnvironment demo, NamedParticipants namedParticipants) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
        this.world = Long.toString(demo.clock().instant().toEpochMilli());
    }

    ObjectNode of(PageRequest pageRequest) {
        var person = namedParticipants.person(pageRequest);
        var window = namedParticipants.window(pageRequest);
        var people = demo.slack().people().stream().collect(Collectors.toMap(SimulatedPerson::id, Function.identity()));
        var sheet = PageJson.object().put("you", person.id()).put("world", world);
        sheet.set("people", people());
        sheet.set("groups", groups());
        sheet.set("channels", channels(window, person, people));
        sheet.putObject("bot")
                .put("user", botUser())
                .put("name", Objects.requireNonNull(people.get(botUser())).realName())
                .put("running", demo.bot().running())
                .put("starting", demo.bot().starting());
        var views = sheet.putArray("views");
        window.modals().forEach(modal -> {
            var shown = views.addObject().put("id", modal.id());
            shown.set("view", window.json(modal));
            var errors = shown.putObject("errors");
            modal.errors().forEach(errors::put);
        });
        sheet.set("home", window.home());
        sheet.set("errors", errors(window));
        sheet.set("faults", faults());
        sheet.set("time", time());
        return sheet;
    }

    private String botUser() {
        return demo.slack().app().botUserId();
    }

    private ArrayNode people() {
        var people = PageJson.array();
        var all = demo.slack().people();
        demo.roles()
                .forEach((id, role) -> all.stream()
                        .filter(each -> each.id().equals(id))
                        .forEach(each -> people.addObject()
                                .put("id", id)
                                .put("name", each.realName())
                                .put("handle", each.name())
                                .put("role", role)
                                .put(
                                        "standing",
                                        each.standing() == SimulatedPerson.Standing.FULL_MEMBER
                                                ? "MEMBER"
                                                : each.standing().name())
                                .put(
                                        "team",
                                        Objects.requireNonNullElse(
                                                each.teamId(),
                                                demo.slack().app().teamId()))));
        return people;
    }

    private ArrayNode groups() {
        var groups = PageJson.array();
        demo.slack()
                .groups()
                .forEach(each -> groups.addObject().put("id", each.id()).put("handle", each.handle()));
        return groups;
    }

    private ArrayNode channels(ClientWindow window, SimulatedPerson person, Map<String, SimulatedPerson> people) {
        var channels = PageJson.array();
        for (var place : window.channels()) {
            var shown = channels.addObject().put("id", place.id()).put("kind", kind(place));
            var others = place.members().stream()
                    .filter(each -> !each.equals(person.id()))
                    .toList();
            if (place.kind() == Conversation.Kind.DIRECT) {
                shown.put("with", others.isEmpty() ? person.id() : others.get(0));
                shown.put("name", others.stream().map(id -> name(id, people)).collect(Collectors.joining(", ")));
            } else {
                shown.put("name", place.name());
            }
            shown.put("topic", topic(place));
            shown.put("sharedOutside", place.sharedOutside());
            shown.put("archived", place.archived());
            shown.put("botIsMember", place.members().contains(botUser()));
            shown.put("unread", window.unread(place.id()));
            var members = shown.putArray("members");
            place.members().forEach(members::add);
        }
        return channels;
    }

    private static String name(String id, Map<String, SimulatedPerson> people) {
        var person = people.get(id);
        return person == null ? id : person.realName();
    }

    private static String kind(Conversation place) {
        return switch (place.kind()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "private";
            case DIRECT -> place.members().size() > 2 ? "group" : "dm";
        };
    }

    private String topic(Conversation place) {
        if (place.kind() == Conversation.Kind.DIRECT) {
            return "";
        }
        var bot = place.members().contains(botUser());
        return place.sharedOutside()
                ? "shared with another organization"
                : bot ? "Signalman is a member" : "without Signalman";
    }

    private static ArrayNode errors(ClientWindow window) {
        var errors = PageJson.array();
        var all = window.errors();
        all.subList(Math.max(0, all.size() - MOST_ERRORS), all.size())
                .forEach(error -> errors.addObject()
                        .put("person", error.person())
                        .put("where", error.where())
                        .put("what", error.what())
                        .put("error", error.error())
                        .put("at", error.at().toString()));
        return errors;
    }

    private ObjectNode faults() {
        return PageJson.object()
                .put("slackLimits", demo.troubles().slackLimits())
                .put("semaphoreDown", demo.troubles().semaphoreDown())
                .put("webhooksLost", demo.troubles().webhooksLost());
    }

    private ObjectNode time() {
        return PageJson.object()
                .put("speed", demo.clock().speed())
                .put("paused", demo.clock().paused());
    }
}
