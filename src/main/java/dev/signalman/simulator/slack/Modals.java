package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What people can do with the views on their screens. */
final class Modals {
    private static final String TROUBLE = "view_submission_failed";

    private final Installation app;
    private final Views views;
    private final Screens screens;
    private final Payloads payloads;
    private final Deliveries deliveries;

    Modals(Installation app, Views views, Screens screens, Payloads payloads, Deliveries deliveries) {
        this.app = app;
        this.views = views;
        this.screens = screens;
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    Delivery submit(String who, OpenView seen, Map<String, String> given) {
        var person = screens.active(who);
        var view = onTop(who, seen);
        if (!view.content().has("submit")) {
            throw new Impossible("\"" + view.title() + "\" has nothing to submit");
        }
        var json = view.json(app, Filled.values(view, given));
        var delivery = deliveries.send(Deliveries.FORM, payloads.submission(person, json), Map.of());
        if (!delivery.taken()) {
            screens.show(person, view.id(), view.title(), delivery.error());
            return delivery;
        }
        try {
            answer(
                    view,
                    Json.parse(delivery.answer()).orElse(null) instanceof ObjectNode object ? object : Json.object());
        } catch (SlackRefusal refusal) {
            screens.show(person, view.id(), view.title(), refusal.word());
        }
        return delivery;
    }

    private void answer(OpenView view, ObjectNode answer) {
        switch (answer.path("response_action").asText()) {
            case "" -> views.close(view);
            case "clear" -> views.clear(view.person());
            case "update" -> views.update(view, content(answer), null);
            case "push" -> views.push(view.person(), content(answer));
            case "errors" -> fault(view, Filled.errors(answer));
            default -> throw new SlackRefusal(TROUBLE);
        }
    }

    private static ObjectNode content(ObjectNode answer) {
        if (answer.path("view") instanceof ObjectNode content) {
            return content;
        }
        throw new SlackRefusal(TROUBLE);
    }

    /** Errors stand under input blocks; Slack takes none for anything else. */
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

    void close(String who, OpenView seen) {
        var person = screens.active(who);
        var view = onTop(who, seen);
        views.close(view);
        if (view.content().path("notify_on_close").asBoolean()) {
            deliveries.send(Deliveries.FORM, payloads.closing(person, view.json(app, Json.object())), Map.of());
        }
    }

    Delivery press(String who, OpenView seen, String button) {
        var person = screens.active(who);
        var view = views.all().stream()
                .filter(each -> each.id().equals(seen.id()) && each.person().equals(who))
                .findFirst()
                .orElseThrow(() -> new Impossible("That view is gone"));
        var control = Screens.the(Control.on(view.content().path("blocks")), List.of("button"), button);
        var delivery = deliveries.send(
                Deliveries.FORM,
                payloads.pressOnView(person, view.json(app, Json.object()), screens.action(control, null)),
                Map.of());
        if (!delivery.taken()) {
            screens.show(person, view.id(), button, delivery.error());
        }
        return delivery;
    }

    private OpenView onTop(String who, OpenView seen) {
        return views.top(who)
                .filter(view -> view.id().equals(seen.id()))
                .orElseThrow(() -> new Impossible("\"" + seen.title() + "\" is not on top of the screen of " + who));
    }
}
