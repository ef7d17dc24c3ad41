package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A form's input as Slack sends it in {@code state.values}, after Slack's own checks. */
final class ViewState {
    /** The bot's offered options. */
    interface Offered {
        @Nullable
        JsonNode option(InteractiveControl control, String value);
    }

    private static final int LONGEST_TEXT = 3000;

    private final Offered offered;

    ViewState(Offered offered) {
        this.offered = offered;
    }

    /** @param given by label, action_id or block_id of the inputs */
    ObjectNode values(OpenView view, Map<String, String> given) {
        var values = SlackJson.object();
        var used = new LinkedHashSet<String>();
        for (var block : view.content().path("blocks")) {
            if (!block.path("type").asText().equals("input")) {
                continue;
            }
            var control = InteractiveControl.on(SlackJson.array().add(block)).get(0);
            var key = given.keySet().stream().filter(control::answersTo).findFirst();
            key.ifPresent(used::add);
            var answers =
                    key.map(given::get).map(answer -> answers(control, answer)).orElseGet(() -> initial(control));
            if (answers.isEmpty() && !block.path("optional").asBoolean()) {
                throw new ImpossibleActionError("Slack asks to fill in \"" + control.label() + "\"");
            }
            values.withObjectProperty(control.blockId()).set(control.actionId(), value(control, answers));
        }
        var unknown = new LinkedHashSet<>(given.keySet());
        unknown.removeAll(used);
        if (!unknown.isEmpty()) {
            throw new ImpossibleActionError("There are no inputs " + unknown + " in " + view.drawn());
        }
        return values;
    }

    /**
     * Values by block_id and action_id: a text, an option's value, several of them, or null; omitted ones keep their
     * initial value.
     */
    ObjectNode byIds(OpenView view, JsonNode given) {
        var values = SlackJson.object();
        inputs(view)
                .forEach(control -> values.withObjectProperty(control.blockId())
                        .set(control.actionId(), value(control, answers(control, given))));
        return values;
    }

    /** Slack's own errors for missing required inputs. */
    static Map<String, String> missing(OpenView view, JsonNode given) {
        var missing = new HashMap<String, String>();
        for (var block : view.content().path("blocks")) {
            if (block.path("type").asText().equals("input")
                    && !block.path("optional").asBoolean()
                    && InteractiveControl.on(SlackJson.array().add(block)).stream()
                            .anyMatch(each -> answers(each, given).stream().allMatch(String::isEmpty))) {
                missing.put(block.path("block_id").asText(), "Please complete this required field.");
            }
        }
        return missing;
    }

    private static List<InteractiveControl> inputs(OpenView view) {
        return StreamSupport.stream(view.content().path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("input"))
                .flatMap(block -> InteractiveControl.on(SlackJson.array().add(block)).stream())
                .toList();
    }

    private static List<String> answers(InteractiveControl control, JsonNode given) {
        var node = given.path(control.blockId()).path(control.actionId());
        if (node.isMissingNode()) {
            return initial(control);
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        return node.isNull() ? List.of() : List.of(node.asText());
    }

    /** Multiple values are separated by commas. */
    private static List<String> answers(InteractiveControl control, @Nullable String answer) {
        if (answer == null || (answer.isEmpty() && several(control))) {
            return List.of();
        }
        return several(control) ? List.of(answer.split(",", -1)) : List.of(answer);
    }

    private static boolean several(InteractiveControl control) {
        return List.of("checkboxes", "multi_static_select", "multi_external_select")
                .contains(control.type());
    }

    private static List<String> initial(InteractiveControl control) {
        var element = control.element();
        if (element.has("initial_options")) {
            return StreamSupport.stream(element.path("initial_options").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .toList();
        }
        if (element.has("initial_option")) {
            return List.of(element.path("initial_option").path("value").asText());
        }
        for (var field : List.of("initial_value", "initial_user", "initial_conversation", "initial_date")) {
            if (element.has(field)) {
                return List.of(element.path(field).asText());
            }
        }
        return List.of();
    }

    private ObjectNode value(InteractiveControl control, List<String> answers) {
        var answer = answers.isEmpty() ? null : answers.get(0);
        var value = SlackJson.object().put("type", control.type());
        return switch (control.type()) {
            case "plain_text_input", "email_text_input", "url_text_input", "number_input" ->
                value.put("value", measured(control, answer));
            case "static_select", "external_select", "radio_buttons" ->
                value.set("selected_option", option(control, answer));
            case "checkboxes", "multi_static_select", "multi_external_select" -> {
                var chosen = value.putArray("selected_options");
                for (var each : answers) {
                    chosen.add(option(control, each));
                }
                yield value;
            }
            case "users_select" -> value.put("selected_user", answer);
            case "channels_select" -> value.put("selected_channel", answer);
            case "conversations_select" -> value.put("selected_conversation", answer);
            case "datepicker" -> value.put("selected_date", answer);
            case "timepicker" -> value.put("selected_time", answer);
            default -> throw new ImpossibleActionError("Nobody has taught people to fill in a " + control.type());
        };
    }

    private static @Nullable String measured(InteractiveControl control, @Nullable String answer) {
        var element = control.element();
        var most = element.path("max_length").asInt(LONGEST_TEXT);
        if (answer != null
                && (answer.length() > most
                        || answer.length() < element.path("min_length").asInt())) {
            throw new ImpossibleActionError(
                    "Slack does not take " + answer.length() + " characters in " + control.label());
        }
        return answer;
    }

    private @Nullable JsonNode option(InteractiveControl control, @Nullable String answer) {
        if (answer == null) {
            return null;
        }
        var chosen = control.type().endsWith("external_select") ? found(control, answer) : control.option(answer);
        if (chosen == null) {
            throw new ImpossibleActionError("There is no option \"" + answer + "\" in " + control.element());
        }
        return chosen;
    }

    /** The initial option, or one offered since. */
    private @Nullable JsonNode found(InteractiveControl control, String answer) {
        var initial = control.element().path("initial_option");
        return initial.path("value").asText().equals(answer) ? initial : offered.option(control, answer);
    }

    /** Errors by block, from an answer with {@code response_action: errors}. */
    static Map<String, String> errors(ObjectNode answer) {
        var errors = new HashMap<String, String>();
        answer.path("errors")
                .properties()
                .forEach(each -> errors.put(each.getKey(), each.getValue().asText()));
        return errors;
    }
}
