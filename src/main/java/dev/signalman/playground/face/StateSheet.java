package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.Stage;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.Person;
import dev.signalman.simulator.slack.Window;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the page shows of the workspace to one person, beside messages. */
final class StateSheet {
    private static final int MOST_ERRORS = 50;

    private final Stage stage;
    private final Company company;

    StateSheet(Stage stage, Company company) {
        this.stage = stage;
        this.company = company;
    }

    ObjectNode of(Asked asked) {
        var person = company.person(asked);
        var window = company.window(asked);
        var people = stage.slack().people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        var sheet = Json.object().put("you", person.id());
        sheet.set("people", people());
        sheet.set("groups", groups());
        sheet.set("channels", channels(window, person, people));
        sheet.putObject("bot")
                .put("user", botUser())
                .put("name", Objects.requireNonNull(people.get(botUser())).realName())
                .put("running", stage.bot().running());
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
        return stage.slack().app().botUserId();
    }

    private ArrayNode people() {
        var people = Json.array();
        var all = stage.slack().people();
        stage.roles()
                .forEach((id, role) -> all.stream()
                        .filter(each -> each.id().equals(id))
                        .forEach(each -> people.addObject()
                                .put("id", id)
                                .put("name", each.realName())
                                .put("handle", each.name())
                                .put("role", role)
                                .put(
                                        "standing",
                                        each.standing() == Person.Standing.FULL_MEMBER
                                                ? "MEMBER"
                                                : each.standing().name())
                                .put(
                                        "team",
                                        Objects.requireNonNullElse(
                                                each.teamId(),
                                                stage.slack().app().teamId()))));
        return people;
    }

    private ArrayNode groups() {
        var groups = Json.array();
        stage.slack()
                .groups()
                .forEach(each -> groups.addObject().put("id", each.id()).put("handle", each.handle()));
        return groups;
    }

    private ArrayNode channels(Window window, Person person, Map<String, Person> people) {
        var channels = Json.array();
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

    private static String name(String id, Map<String, Person> people) {
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
                ? "shared with another organisation"
                : bot ? "Signalman is a member" : "without Signalman";
    }

    private static ArrayNode errors(Window window) {
        var errors = Json.array();
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
        return Json.object()
                .put("slackLimits", stage.troubles().slackLimits())
                .put("semaphoreDown", stage.troubles().semaphoreDown())
                .put("webhooksLost", stage.troubles().webhooksLost());
    }

    private ObjectNode time() {
        return Json.object()
                .put("now", stage.clock().instant().toString())
                .put("speed", stage.clock().speed())
                .put("paused", stage.clock().paused());
    }
}
