package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromoteLinesTest {
    private static final Subject WEB = new Subject.Newest(null, "web", "main");
    private static final Promote PLAIN = new Promote("production", WEB, Map.of(), false, false, null);
    private static final Promote ALL =
            new Promote("production", WEB, Map.of("A", "1", "B", "two words"), true, true, "we \"must\"");

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promote production web@main",
                "PROMOTE production web@main",
                "promote web@main to production",
                "promote web@main TO production",
                "\tpromote\u00a0production\u2003web@main\n",
                "promote “production” \"web\"@main"
            })
    void bothOrdersMeanTheSame(String line) {
        assertThat(grammar.read(line)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promote production web@main A=1 B=\"two words\" override again because we \"must\"",
                "promote production override B=“two words” web@main again A=1 because   we \"must\"  ",
                "promote A=1 web@main again to production override B=\"two words\" because we \"must\"",
                "promote B=\"two words\" A=1 production again override web@main Because we \"must\""
            })
    void whatFollowsThePromotionMayComeInAnyOrder(String line) {
        assertThat(grammar.read(line)).isEqualTo(ALL);
    }

    @Test
    void whoBreaksTheGlassSaysWhy() {
        var broken = PLAIN.breakingGlass("the shop is down");
        assertThat(grammar.read("promote production web@main break-glass because the shop is down"))
                .isEqualTo(broken);
        assertThat(grammar.read("promote web@main Break-Glass to production because the shop is down"))
                .isEqualTo(broken);
        assertThat(grammar.print(broken)).isEqualTo("promote production web@main break-glass because the shop is down");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.read("promote production web@main break-glass"))
                .withMessageContaining("Break-glass needs a reason, which everyone in the channel will see.")
                .withMessageContaining("break-glass because");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.read("promote production web@main break-glass because  "));
        assertThat(grammar.read("promote production \"break-glass\""))
                .isEqualTo(new Promote(
                        "production", new Subject.Newest(null, "break-glass", null), Map.of(), false, false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "at 9:00, at 9:00",
        "AT 09:00, at 9:00",
        "at 9am, at 9:00",
        "at 12am, at 0:00",
        "at 12:30PM, at 12:30",
        "at 9:05pm, at 21:05",
        "at 2026-12-24 9:00, at 2026-12-24 9:00",
        "at 2026-12-24T09:00+01:00[Europe/Belgrade], at 2026-12-24T09:00+01:00[Europe/Belgrade]",
        "at 2026-12-24T08:00:00Z, at 2026-12-24T08:00Z",
        "after the freeze, after the freeze",
        "After Freeze, after the freeze"
    })
    void aTimeIsReadAnywhereAfterTheFirstNameAndPrintedInOneWay(String said, String printed) {
        var expected = "promote production web@main " + printed + " because it rains";
        for (var line : List.of(
                "promote production web@main " + said + " because it rains",
                "promote production " + said + " web@main because it rains",
                "promote web@main " + said + " to production because it rains",
                "promote web@main to production " + said + " because it rains")) {
            assertThat(grammar.print(grammar.read(line))).as(line).isEqualTo(expected);
            assertThat(grammar.read(expected)).isEqualTo(grammar.read(line));
        }
    }

    @Test
    void quotesMakeANameOfAWordThatBeginsATime() {
        var line = "promote \"at\" \"after\"@\"at\"";
        assertThat(grammar.read(line))
                .isEqualTo(new Promote("at", new Subject.Newest(null, "after", "at"), Map.of(), false, false, null));
        assertThat(grammar.print(grammar.read(line))).isEqualTo(line);
    }

    @Test
    void whoBreaksTheGlassCannotAlsoWait() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.read("promote production web at 9:00 break-glass because the shop is down"))
                .withMessageStartingWith("Break-glass goes at once, so it can't wait for a time. "
                        + "Leave out \"break-glass\" or \"at 9:00\".");
    }

    @Test
    void withoutASubjectNoneIsSaid() {
        var unsaid = new Promote("production", new Subject.Unsaid(), Map.of(), false, false, null);
        assertThat(grammar.read("promote production")).isEqualTo(unsaid);
        assertThat(grammar.read("promote to production")).isEqualTo(unsaid);
    }

    @Test
    void quotesMakeANameOfAWordOfTheLanguage() {
        assertThat(grammar.read("promote \"to\" \"override\"@\"because\""))
                .isEqualTo(new Promote(
                        "to", new Subject.Newest(null, "override", "because"), Map.of(), false, false, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promote REGION=eu",
                "promote override",
                "promote override web",
                "promote again production",
                "promote web to",
                "promote to",
                "promote web to production staging",
                "promote production web to staging",
                "promote production web api",
                "promote production because",
                "promote production because  ",
                "promote production A=1 A=2",
                "promote production 1A=1",
                "promote production my-x=1",
                "promote production =1",
                "promote production switch_id=1",
                "promote production name=x",
                "promote production user_id=x",
                "promote production override=true",
                "promote production request_token=x",
                "promote production pipeline_id=x",
                "promote \"\"",
                "promote production pipeline",
                "promote at 9:00",
                "promote after the freeze",
                "promote production at",
                "promote production at noon",
                "promote production at 24:00",
                "promote production at 9:60",
                "promote production at 9",
                "promote production at 13pm",
                "promote production at 2026-02-30 9:00",
                "promote production at 2026-12-24",
                "promote production at 2026-12-24T09:00",
                "promote production at 2026-12-24T09:00+01:00[Nowhere]",
                "promote production at 9:00 at 10:00",
                "promote production at 9:00 after the freeze",
                "promote production after",
                "promote production after the",
                "promote production after lunch"
            })
    void whatCannotBeUnderstoodIsRefusedAndSaysWhatIsRight(String line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.read(line))
                .satisfies(refusal -> assertThat(refusal.sentences())
                        .contains(
                                "/semaphore help promote",
                                "promote production web@main VERSION=v2",
                                "Nothing was changed."));
    }
}
