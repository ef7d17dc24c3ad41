package dev.signalman.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.slack.OpenView;
import dev.signalman.simulator.slack.SimulatedSlack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An open form, filled in and submitted by visible labels. */
public final class OpenForm {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatedSlack slack;
    private final String person;
    private final String id;
    private final ObjectNode values = JsonMapper.builder().build().createObjectNode();
    private final Map<String, String> offered = new LinkedHashMap<>();

    private OpenForm(SimulatedSlack slack, String person, OpenView view) {
        this.slack = slack;
        this.person = person;
        this.id = view.id();
    }

    /** Waits for the person's topmost form. */
    public static OpenForm of(SimulatedSlack slack, String person) {
        var view = await("a form for " + person)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> slack.modal(person), Optional::isPresent)
                .orElseThrow();
        return new OpenForm(slack, person, view);
    }

    public String title() {
        return view().title();
    }

    public String drawn() {
        return view().drawn();
    }

    /** Its blocks and all else, as JSON. */
    public JsonNode content() {
        return view().content();
    }

    public boolean isOpen() {
        return slack.modal(person).filter(each -> each.id().equals(id)).isPresent();
    }

    /** Types into a field. */
    public OpenForm fill(String label, String text) {
        set(label).put(label, text);
        return this;
    }

    /** Chooses menu options by their labels, looking them up if needed. */
    public OpenForm choose(String label, String... words) {
        var element = block(label).path("element");
        var type = element.path("type").asText();
        if (type.equals("external_select")) {
            chooseFound(label, words[0]);
            return this;
        }
        var chosen = List.of(words).stream().map(each -> value(element, each)).toList();
        var all = set(label);
        if (type.startsWith("multi_")) {
            var array = all.putArray(label);
            chosen.forEach(array::add);
        } else {
            all.put(label, chosen.get(0));
        }
        return this;
    }

    private void chooseFound(String label, String words) {
        if (!offered.containsKey(words)) {
            suggests(label, words);
        }
        var value = offered.get(words);
        if (value == null) {
            throw new AssertionError("\"" + words + "\". " + offered.keySet());
        }
        set(label).put(label, value);
        var block = block(label);
        if (block.path("dispatch_action").asBoolean()) {
            var before = view().hash();
            slack.window(person).press(id, block.path("block_id").asText(), actionId(block), value);
            await("the form is drawn anew")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !view().hash().equals(before));
        }
    }

    /** The looked-up options for typed text, as people read them. */
    public List<String> suggests(String label, String typed) {
        var block = block(label);
        var answer = slack.window(person).options(id, block.path("block_id").asText(), actionId(block), typed);
        var words = new ArrayList<String>();
        answer.path("options").forEach(option -> {
            words.add(option.path("text").path("text").asText());
            offered.put(
                    option.path("text").path("text").asText(),
                    option.path("value").asText());
        });
        return words;
    }

    /** Submits it; returns errors by label, empty when accepted. */
    public Map<String, String> submit() {
        var given = JsonMapper.builder().build().createObjectNode();
        for (var block : blocks()) {
            var label = block.path("label").path("text").asText();
            if (values.has(label)) {
                given.withObjectProperty(block.path("block_id").asText()).set(actionId(block), values.get(label));
            }
        }
        var errors = slack.window(person).submit(id, given);
        var byLabel = new LinkedHashMap<String, String>();
        errors.forEach((blockId, words) -> byLabel.put(
                blocks().stream()
                        .filter(block -> block.path("block_id").asText().equals(blockId))
                        .map(block -> block.path("label").path("text").asText())
                        .findFirst()
                        .orElse(blockId),
                words));
        return byLabel;
    }

    /** Closes it without submitting. */
    public void close() {
        slack.window(person).close(id);
    }

    private OpenView view() {
        return slack.modal(person)
                .filter(each -> each.id().equals(id))
                .orElseThrow(() -> new AssertionError("The form is closed"));
    }

    private ObjectNode set(String label) {
        block(label);
        return values;
    }

    private List<JsonNode> blocks() {
        return StreamSupport.stream(view().content().path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("input"))
                .toList();
    }

    private JsonNode block(String label) {
        return blocks().stream()
                .filter(block -> block.path("label").path("text").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field \"" + label + "\" in:\n" + drawn()));
    }

    private static String actionId(JsonNode block) {
        return block.path("element").path("action_id").asText();
    }

    private static String value(JsonNode element, String words) {
        var options = new ArrayList<JsonNode>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options.stream()
                .filter(option -> option.path("text").path("text").asText().equals(words))
                .map(option -> option.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No choice \"" + words + "\" in " + element));
    }
}
