package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** People's actions on modals and home tabs. */
final class ModalActions {
    private static final String TROUBLE = "view_submission_failed";

    private final AppInstallation app;
    private final ViewStacks views;
    private final ScreenActions screenActions;
    private final SlackPayloads payloads;
    private final SlackDeliverySender slackDeliverySender;

    ModalActions(
            AppInstallation app,
            ViewStacks views,
            ScreenActions screenActions,
            SlackPayloads payloads,
            SlackDeliverySender slackDeliverySender) {
        this.app = app;
        this.views = views;
        this.screenActions = screenActions;
        this.payloads = payloads;
        this.slackDeliverySender = slackDeliverySender;
    }

    SlackDelivery submit(String who, OpenView seen, Map<String, String> given) {
        var person = screenActions.active(who);
        var view = onTop(who, seen);
        return submit(person, view, filled(person).values(view, given));
    }

    /** Submits values by block_id and action_id; returns errors by block, empty when accepted. */
    Map<String, String> submit(String who, String id, JsonNode values) {
        var person = screenActions.active(who);
        var view = onTop(who, known(who, id));
        var missing = ViewState.missing(view, values);
        if (!missing.isEmpty()) {
            views.replace(view.faulted(missing));
            return missing;
        }
        submit(person, view, filled(person).byIds(view, values));
        return views.top(who)
                .filter(each -> each.id().equals(id))
                .map(OpenView::errors)
                .orElse(Map.of());
    }

    private ViewState filled(SimulatedPerson person) {
        return new ViewState((control, value) -> screenActions.offered(person.id(), control, value));
    }

    private SlackDelivery submit(SimulatedPerson person, OpenView view, ObjectNode values) {
        if (!view.content().has("submit")) {
            throw new ImpossibleActionError("\"" + view.title() + "\" has nothing to submit");
        }
        var json = view.json(app, values);
        var delivery = slackDeliverySender.send(SlackDeliverySender.FORM, payloads.submission(person, json), Map.of());
        if (!delivery.taken()) {
            screenActions.show(person, view.id(), view.title(), delivery.error());
            return delivery;
        }
        try {
            answer(
                    view,
                    SlackJson.parse(delivery.answer()).orElse(null) instanceof ObjectNode object
                            ? object
                            : SlackJson.object());
        } catch (SlackRefusal refusal) {
            screenActions.show(person, view.id(), view.title(), refusal.word());
        }
        return delivery;
    }

    private void answer(OpenView view, ObjectNode answer) {
        switch (answer.path("response_action").asText()) {
            case "" -> views.close(view);
            case "clear" -> views.clear(view.person());
            case "update" -> views.update(view, content(answer), null);
            case "push" -> views.push(view.person(), content(answer));
            case "errors" -> fault(view, ViewState.errors(answer));
            default -> throw new SlackRefusal(TROUBLE);
        }
    }

    private static ObjectNode content(ObjectNode answer) {
        if (answer.path("view") instanceof ObjectNode content) {
            return content;
        }
        throw new SlackRefusal(TROUBLE);
    }

    /** Shows the bot's errors; Slack accepts them only for input blocks. */
    private void fault(OpenView view, Map<String, String> errors) {
        var inputs = StreamSupport.stream(view.content().path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("input"))
                .map(block -> block.path("block_id").asText())
                .toList();
        if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
            throw new SlackRefusal(TROUBLE);
        }
        views.replace(view.faulted(errors));
    }

    List<OpenView> open(String who) {
        return views.stack(who);
    }

    Optional<OpenView> home(String who) {
        return views.home(who);
    }

    void close(String who, String id) {
        close(who, known(who, id));
    }

    void close(String who, OpenView seen) {
        var person = screenActions.active(who);
        var view = onTop(who, seen);
        views.close(view);
        if (view.content().path("notify_on_close").asBoolean()) {
            slackDeliverySender.send(
                    SlackDeliverySender.FORM, payloads.closing(person, view.json(app, SlackJson.object())), Map.of());
        }
    }

    SlackDelivery press(String who, OpenView seen, String button) {
        var view = known(who, seen.id());
        var control =
                ScreenActions.the(InteractiveControl.on(view.content().path("blocks")), List.of("button"), button);
        return press(screenActions.active(who), view, screenActions.action(control, null), button, SlackJson.object());
    }

    /** Uses a control by its ids; the other inputs' values are sent along. */
    SlackDelivery use(String who, String id, String blockId, String actionId, @Nullable String selected) {
        var view = known(who, id);
        var control = ScreenActions.at(InteractiveControl.on(view.content().path("blocks")), blockId, actionId);
        if (input(view, blockId) && !dispatches(view, blockId)) {
            throw new ImpossibleActionError(
                    "What is chosen in \"" + control.label() + "\" is sent when the form is submitted");
        }
        var action = screenActions.action(control, screenActions.selected(who, control, selected));
        var state = SlackJson.object();
        if (selected != null && input(view, blockId)) {
            state.withObjectProperty(blockId).put(actionId, selected);
        }
        return press(screenActions.active(who), view, action, control.label(), state);
    }

    private static boolean input(OpenView view, String blockId) {
        return StreamSupport.stream(view.content().path("blocks").spliterator(), false)
                .anyMatch(block -> block.path("block_id").asText().equals(blockId)
                        && block.path("type").asText().equals("input"));
    }

    private static boolean dispatches(OpenView view, String blockId) {
        return StreamSupport.stream(view.content().path("blocks").spliterator(), false)
                .anyMatch(block -> block.path("block_id").asText().equals(blockId)
                        && block.path("dispatch_action").asBoolean());
    }

    private SlackDelivery press(SimulatedPerson person, OpenView view, ObjectNode action, String name, JsonNode given) {
        var state = filled(person).byIds(view, given);
        var delivery = slackDeliverySender.send(
                SlackDeliverySender.FORM, payloads.pressOnView(person, view.json(app, state), action), Map.of());
        if (!delivery.taken()) {
            screenActions.show(person, view.id(), name, delivery.error());
        }
        return delivery;
    }

    ObjectNode options(String who, String id, String blockId, String actionId, String typed) {
        var view = known(who, id);
        var control = ScreenActions.at(InteractiveControl.on(view.content().path("blocks")), blockId, actionId);
        return screenActions.options(screenActions.active(who), view.json(app, SlackJson.object()), control, typed);
    }

    private OpenView known(String who, String id) {
        return views.all().stream()
                .filter(each -> each.id().equals(id) && each.person().equals(who))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionError("That view is gone"));
    }

    private OpenView onTop(String who, OpenView seen) {
        return views.top(who)
                .filter(view -> view.id().equals(seen.id()))
                .orElseThrow(() ->
                        new ImpossibleActionError("\"" + seen.title() + "\" is not on top of the screen of " + who));
    }
}
