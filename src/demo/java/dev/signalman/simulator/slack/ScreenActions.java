package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People's actions on commands and messages, limited to what Slack's UI offers. */
final class ScreenActions {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final SlackPayloads payloads;
    private final SlackDeliverySender slackDeliverySender;
    private final IssuedResponseUrls urls;
    private final OptionSuggestions suggestions;

    ScreenActions(
            SimulatedWorkspace workspace,
            AppInstallation app,
            TimestampGenerator timestampGenerator,
            SlackPayloads payloads,
            SlackDeliverySender slackDeliverySender,
            IssuedResponseUrls urls) {
        this.workspace = workspace;
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.payloads = payloads;
        this.slackDeliverySender = slackDeliverySender;
        this.urls = urls;
        this.suggestions = new OptionSuggestions(app, slackDeliverySender);
    }

    /** An active person. */
    SimulatedPerson active(String id) {
        var person = workspace.person(id);
        if (person == null) {
            throw new ImpossibleActionError("Nobody here is called " + id);
        }
        if (person.deactivated()) {
            throw new ImpossibleActionError(id + " is deactivated and cannot sign in");
        }
        return person;
    }

    /** A channel that the person may read. */
    Conversation place(SimulatedPerson person, String id) {
        var place = workspace.conversation(id);
        if (place == null) {
            throw new ImpossibleActionError("There is no channel " + id);
        }
        var member = place.has(person.id());
        var mayJoin = place.kind() == Conversation.Kind.PUBLIC
                && person.teamId() == null
                && person.standing() != SimulatedPerson.Standing.GUEST
                && person.standing() != SimulatedPerson.Standing.SINGLE_CHANNEL_GUEST;
        if (!member && !mayJoin) {
            throw new ImpossibleActionError(person.id() + " is not in " + id);
        }
        return place;
    }

    SlackDelivery command(String who, String where, String typed) {
        var person = active(who);
        if (person.teamId() != null && !person.teamId().equals(app.teamId())) {
            throw new ImpossibleActionError(
                    person.realName() + " belongs to another workspace, where these commands do not exist");
        }
        var place = place(person, where);
        if (place.archived()) {
            throw new ImpossibleActionError(where + " is archived");
        }
        var words = typed.strip().split("\\s+", 2);
        if (!app.commands().contains(words[0])) {
            throw new ImpossibleActionError(words[0] + " is not a valid command");
        }
        var text = new EscapedText(workspace).inCommand(words.length > 1 ? words[1] : "");
        var delivery = slackDeliverySender.send(
                SlackDeliverySender.FORM, payloads.command(person, place, words[0], text), Map.of());
        if (!delivery.taken()) {
            show(person, place.id(), words[0], delivery.error());
        } else if (!delivery.answer().isBlank()) {
            apply(delivery, person, place, words[0]);
        }
        return delivery;
    }

    private void apply(SlackDelivery delivery, SimulatedPerson person, Conversation place, String command) {
        var body = SlackJson.parse(delivery.answer()).orElse(null) instanceof ObjectNode object
                ? object
                : SlackJson.object().put("text", delivery.answer());
        try {
            workspace.together(() -> {
                urls.apply(new MethodArguments(body), place.id(), person.id(), null);
                return true;
            });
        } catch (SlackRefusal refusal) {
            show(person, place.id(), command, refusal.word());
        }
    }

    SlackDelivery shortcut(String who, PostedMessage seen, String callback) {
        var person = active(who);
        if (person.teamId() != null && !person.teamId().equals(app.teamId())) {
            throw new ImpossibleActionError(
                    person.realName() + " belongs to another workspace, where this app has no shortcuts");
        }
        var name = app.surfaces().shortcuts().get(callback);
        if (name == null) {
            throw new ImpossibleActionError("There is no shortcut " + callback);
        }
        var place = place(person, seen.channel());
        var message = workspace
                .message(seen.channel(), seen.ts())
                .filter(each -> !each.ephemeral())
                .orElseThrow(() -> new ImpossibleActionError("That message has no menu"));
        var delivery = slackDeliverySender.send(
                SlackDeliverySender.FORM, payloads.shortcut(person, place, message, callback), Map.of());
        if (!delivery.taken()) {
            show(person, place.id(), name, delivery.error());
        }
        return delivery;
    }

    PressedControl press(String who, PostedMessage seen, String name) {
        return use(who, seen, List.of("button", "workflow_button"), name, null);
    }

    PressedControl choose(String who, PostedMessage seen, String menu, String option) {
        return use(who, seen, List.of("static_select", "overflow", "radio_buttons"), menu, option);
    }

    /** Presses a button of the version that was seen, even if the message has changed since. */
    PressedControl pressLate(String who, PostedMessage seen, String name) {
        var message = seen(who, seen.channel(), seen.ts());
        var control = the(InteractiveControl.on(seen.blocks()), List.of("button", "workflow_button"), name);
        var action = action(control, null);
        return new PressedControl(question(control.element()), () -> send(who, message, action, name));
    }

    private PressedControl use(
            String who, PostedMessage seen, List<String> types, String name, @Nullable String option) {
        var message = seen(who, seen.channel(), seen.ts());
        var control = the(InteractiveControl.on(message.blocks()), types, name);
        var action = action(control, option == null ? null : option(control, option));
        return new PressedControl(question(control.element()), () -> send(who, message, action, name));
    }

    /** Uses a control by its ids, of this or an earlier version, confirming any question. */
    SlackDelivery use(String who, String where, String ts, String blockId, String actionId, @Nullable String selected) {
        var message = seen(who, where, ts);
        var control = at(everOn(message), blockId, actionId);
        return send(who, message, action(control, selected(who, control, selected)), control.label());
    }

    private PostedMessage seen(String who, String where, String ts) {
        place(active(who), where);
        return workspace
                .message(where, ts)
                .filter(each -> each.visibleTo(who))
                .orElseThrow(() -> new ImpossibleActionError(who + " does not see that message"));
    }

    private SlackDelivery send(String who, PostedMessage message, ObjectNode action, String name) {
        var person = active(who);
        var place = place(person, message.channel());
        var current = workspace.message(message.channel(), message.ts()).orElse(message);
        var delivery = slackDeliverySender.send(
                SlackDeliverySender.FORM, payloads.pressOnMessage(person, place, current, action), Map.of());
        if (!delivery.taken()) {
            show(person, place.id(), name, delivery.error());
        }
        return delivery;
    }

    /**
     * Controls of all versions: a screen may briefly show an earlier one, and a dialog stays open while the message
     * changes.
     */
    private static List<InteractiveControl> everOn(PostedMessage message) {
        var all = new ArrayList<>(InteractiveControl.on(message.blocks()));
        message.earlier().forEach(version -> all.addAll(InteractiveControl.on(version.blocks())));
        return all;
    }

    /** The bot's options in a menu of a message. */
    ObjectNode options(String who, String where, String ts, String blockId, String actionId, String typed) {
        var message = seen(who, where, ts);
        var control = at(everOn(message), blockId, actionId);
        var on = payloads.whereOnMessage(place(active(who), where), message);
        return suggestions.ask(who, control, typed, payloads.suggestion(active(who), control, typed, on));
    }

    /** The bot's options in a menu of a view, given as Slack writes it. */
    ObjectNode options(SimulatedPerson person, ObjectNode view, InteractiveControl control, String typed) {
        var on = SlackJson.object();
        on.putObject("container")
                .put("type", "view")
                .put("view_id", view.path("id").asText());
        on.set("view", view);
        return suggestions.ask(person.id(), control, typed, payloads.suggestion(person, control, typed, on));
    }

    /** The control with these ids, which are unique together in a message or view. */
    static InteractiveControl at(List<InteractiveControl> all, String blockId, String actionId) {
        return all.stream()
                .filter(each ->
                        each.blockId().equals(blockId) && each.actionId().equals(actionId))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionError("That is not there any more: it has changed meanwhile"));
    }

    /** The chosen option, from the menu or as the bot offered it; null for a button. */
    @Nullable
    JsonNode selected(String who, InteractiveControl control, @Nullable String value) {
        var menu = control.type().endsWith("_select")
                || List.of("overflow", "radio_buttons").contains(control.type());
        if (menu != (value != null)) {
            throw new ImpossibleActionError(
                    menu ? "Slack sends nothing until an option is chosen" : "There is nothing to choose");
        }
        if (value == null) {
            return null;
        }
        var offered = suggestions.chosen(who, control, value);
        return offered == null ? option(control, value) : offered;
    }

    /** The bot's last offered option with this value; null for none. */
    @Nullable
    JsonNode offered(String who, InteractiveControl control, String value) {
        return suggestions.chosen(who, control, value);
    }

    private static JsonNode option(InteractiveControl control, String name) {
        var chosen = control.option(name);
        if (chosen == null) {
            throw new ImpossibleActionError("There is no option \"" + name + "\" in " + control.element());
        }
        return chosen;
    }

    static InteractiveControl the(List<InteractiveControl> all, List<String> types, String name) {
        var matching = all.stream()
                .filter(control -> types.contains(control.type()) && control.answersTo(name))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        var there = all.stream()
                .map(control -> control.type() + " \"" + control.label() + "\" (" + control.actionId() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
        throw new ImpossibleActionError(
                (matching.isEmpty() ? "There is no \"" : "There is more than one \"") + name + "\" among " + there);
    }

    ObjectNode action(InteractiveControl control, @Nullable JsonNode chosen) {
        var action = SlackJson.object().put("type", control.type()).put("action_id", control.actionId());
        action.put("block_id", control.blockId());
        for (var field : List.of("text", "value", "style", "url", "confirm", "placeholder", "accessibility_label")) {
            if (control.element().has(field)) {
                action.set(field, control.element().path(field));
            }
        }
        if (chosen != null) {
            action.set("selected_option", chosen);
        }
        return action.put("action_ts", timestampGenerator.ts());
    }

    private static @Nullable String question(JsonNode element) {
        var confirm = element.path("confirm");
        if (confirm.isMissingNode()) {
            return null;
        }
        return confirm.path("title").path("text").asText() + "\n"
                + confirm.path("text").path("text").asText();
    }

    void show(SimulatedPerson person, String where, String what, @Nullable String error) {
        workspace.show(new ScreenError(
                person.id(), where, what, error == null ? "dispatch_failed" : error, timestampGenerator.now()));
    }
}
