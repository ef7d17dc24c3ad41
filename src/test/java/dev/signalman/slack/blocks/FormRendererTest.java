package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.simulator.slack.SimulatedSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Forms with any content, which Slack accepts. */
final class FormRendererTest {
    private static final JsonSchema VIEW = schema();

    @Provide
    Arbitrary<String> nasty() {
        return NastyTexts.words();
    }

    @Property(tries = 200)
    void whateverStandsInItSlackTakesIt(
            @ForAll("nasty") String one, @ForAll("nasty") String two, @ForAll("nasty") String three) {
        var view = FormRenderer.view(
                new Form(
                        one,
                        two,
                        three,
                        List.of(
                                new Field.Written("a", two, three, true, one, 100, true),
                                new Field.Secret("b", three, one, 9_000),
                                new Field.Chosen(
                                        "c",
                                        one,
                                        two,
                                        false,
                                        List.of(new FormOption(two, "x"), new FormOption(one, "y" + three)),
                                        List.of("x"),
                                        true),
                                new Field.LookedUp("d", two, one, true, new FormOption(three, "z" + two), true))),
                "memo");

        assertThat(VIEW.validate(view)).isEmpty();
        assertThat(view.at("/blocks").findValuesAsText("initial_value").stream().mapToInt(String::length))
                .allMatch(length -> length <= 100);
        assertThat(VIEW.validate(empty().set("blocks", menu(FormRenderer.options(List.of(new FormOption(one, "v")))))))
                .isEmpty();
    }

    @Test
    void moreThanAHundredChoicesStandInGroups() {
        var formOptions =
                IntStream.range(0, 250).mapToObj(n -> FormOption.of("v" + n)).toList();
        var view = FormRenderer.view(
                new Form(
                        "t", "s", "", List.of(new Field.Chosen("c", "l", "", true, formOptions, List.of("v3"), false))),
                "");

        assertThat(VIEW.validate(view)).isEmpty();
        var groups = view.at("/blocks/0/element/option_groups");
        assertThat(groups).hasSize(3);
        assertThat(groups.get(2).path("options")).hasSize(50);
        assertThat(view.at("/blocks/0/element/initial_option/value").asText()).isEqualTo("v3");
    }

    @Test
    void aLinkToAPageStandsUnderTheFieldsAndAloneWhereNoCodeCanBeEntered() {
        var link = new Form.Link("Use a passkey", "https://signalman.example.com/passkey/#" + "A".repeat(2_900));
        var reason = Field.Written.line("a", "Reason", "", 10);
        var code = new Field.Secret("b", "Code", "", 12);
        var both = FormRenderer.view(new Form("t", "s", "w", "", List.of(reason, code), link), "");
        assertThat(VIEW.validate(both)).isEmpty();
        assertThat(both.path("blocks"))
                .extracting(block -> block.path("type").asText())
                .containsExactly("section", "input", "input", "actions");
        assertThat(both.at("/blocks/3/elements/0/url").asText()).isEqualTo(link.url());

        var alone = FormRenderer.view(new Form("t", "s", "w", "", List.of(reason), link), "");
        assertThat(VIEW.validate(alone)).isEmpty();
        assertThat(alone.path("blocks"))
                .extracting(block -> block.path("type").asText())
                .containsExactly("section", "actions");
        assertThat(alone.has("submit")).isFalse();
        assertThat(link.toString()).doesNotContain("AAAA");
    }

    @Test
    void whatIsTooLongToBeChosenIsLeftOut() {
        var options = FormRenderer.options(List.of(FormOption.of("x".repeat(151)), FormOption.of("y".repeat(150))));

        assertThat(options.path("options"))
                .singleElement()
                .satisfies(option -> assertThat(option.path("value").asText()).startsWith("y"));
    }

    private static ObjectNode empty() {
        return FormRenderer.view(new Form("t", "s", "", List.of(Field.Written.line("a", "l", "", 10))), "");
    }

    private static JsonNode menu(JsonNode options) {
        var blocks = JsonNodeFactory.instance.arrayNode();
        var block = blocks.addObject().put("type", "input");
        block.putObject("label").put("type", "plain_text").put("text", "l");
        block.putObject("element").put("type", "static_select").set("options", options.path("options"));
        return blocks;
    }

    private static JsonSchema schema() {
        try (var schema = SimulatedSlack.class.getResourceAsStream("slack-view.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Objects.requireNonNull(schema));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
