package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedLinesTest {
    private static final Subject WEB = new Subject.Newest(null, "web", null);

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    private Refusal refusal(String line) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, () -> grammar.read(line)), line);
    }

    private List<Command> suggested(String line) {
        return refusal(line).suggestions().stream().map(Suggestion::command).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "statsu web; status web",
                "promot production web; promote production web",
                "rebuid web; rebuild web",
                "agents crate s1-x; agents create s1-x",
                "agent create s1-x; agents create s1-x",
                "pipelnes web since=2d; pipelines web since=2d",
                "stpo web because x; help stop"
            })
    void aMisspeltVerbSuggestsTheLineWithTheNearestRealOne(String said, String meant) {
        assertThat(suggested(said)).first().isEqualTo(grammar.read(meant));
        assertThat(refusal(said).suggestions())
                .first()
                .extracting(Suggestion::label)
                .isEqualTo(meant);
    }

    @Test
    void anUnknownVerbThatResemblesNoneSuggestsHelp() {
        assertThat(suggested("xyzzy")).containsExactly(new Help(null));
        assertThat(refusal("xyzzy").sentences()).contains("Unknown command “xyzzy”.", "Nothing was changed.");
    }

    @Test
    void becauseGivesNoReasonWhereNothingStandsBeforeIt() {
        assertThat(refusal("because I say so").sentences()).contains("Unknown command “because”.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "observe 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
                "refresh 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                "OBSERVE x",
                "help observe"
            })
    void internalCommandsAreUnknownVerbsToPeople(String line) {
        assertThat(refusal(line).sentences()).contains("Unknown command");
        assertThat(refusal(line).suggestions())
                .extracting(Suggestion::label)
                .doesNotContain("observe", "help observe", "refresh");
    }

    @Test
    void anAliasIsReadAsItsVerbAndPrintedByTheVerbsOwnName() {
        assertThat(grammar.read("clear 12 because I read the diff"))
                .isEqualTo(grammar.read("review 12 because I read the diff"));
        assertThat(grammar.print(grammar.read("clear 12"))).isEqualTo("review 12");
        assertThat(grammar.read("help clear")).isEqualTo(new Help("review"));
    }

    @Test
    void helpForAVerbThatIsNotThereSuggestsTheNearest() {
        assertThat(suggested("help promot")).contains(new Help("promote"));
        assertThat(grammar.read("help Agents CREATE")).isEqualTo(new Help("agents create"));
    }

    @Test
    void aVerbAloneThatNeedsAnObjectAsksWhatThereIsToChoose() {
        for (var verb : Choose.VERBS) {
            assertThat(grammar.read(verb)).isEqualTo(new Choose(verb, null));
        }
        for (var verb : List.of("approve", "reject", "withdraw", "clear", "review", "break-glass")) {
            assertThat(grammar.read(verb)).isEqualTo(new ListApprovals());
        }
        assertThat(grammar.read("Unlock")).isEqualTo(new ListLocks());
        assertThat(grammar.read("unsubscribe")).isEqualTo(new ListSubscriptions());
        assertThat(grammar.read("agents delete")).isEqualTo(new ListAgentTypes());
        assertThat(refusal("promote REGION=eu").sentences()).contains("Which promotion?");
        assertThat(refusal("promte").suggestions())
                .first()
                .isEqualTo(new Suggestion("promote", new Choose("promote", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\n", "help", "HELP"})
    void aLineWithoutAWordAsksForHelp(String line) {
        assertThat(grammar.read(line)).isEqualTo(new Help(null));
    }

    @Test
    void anUnbalancedQuoteIsShownWhereItOpens() {
        assertThat(refusal("status \"web main").sentences()).contains("character 8", "“web main”");
        assertThat(refusal("status “web\" main").sentences()).contains("never closed");
        assertThat(refusal("status \"web\\\"").sentences()).contains("never closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status web api; Unexpected word “api”", "status web since=2d; since= isn't an option here",
                        "pipelines since=2d since=3d; since= is given twice",
                "pipelines file=; file= needs a value", "pipelines since=soon; “soon” isn't a time",
                        "status web because x; This takes no reason.",
                "job web api; Unexpected word “api”",
                        "choose stop; You can choose for promote, why, lock, history and use, not for “stop”",
                        "agents create; Which agent type?",
                "agents disable all; Which agent type? If “all” is its name",
                        "agents nothing; Unexpected word “nothing”",
                        "deploys web@main; Name only the project, without a branch",
                "run workflow web; Name a project, such as web.", "run web commit=HEAD; “HEAD” isn't a full commit SHA."
            })
    void aRefusalNamesWhatWasWrong(String line, String sentence) {
        assertThat(refusal(line).sentences()).contains(sentence, "Try /semaphore ", "/semaphore help ");
    }

    @Test
    void onlyARefusalOfWhatChangesSomethingSaysThatNothingWasChanged() {
        assertThat(refusal("stop web api").sentences()).contains("Nothing was changed.");
        assertThat(refusal("status web api").sentences()).doesNotContain("Nothing was changed.");
    }

    @Test
    void aLineOfFourThousandCharactersIsTheLongest() {
        assertThat(grammar.read("status " + "x".repeat(3_993))).isInstanceOf(Status.class);
        assertThat(refusal("status " + "x".repeat(3_994)).sentences()).contains("4001", "4000", "Nothing was changed.");
        assertThat(grammar.readOwn("status " + "x".repeat(3_994))).isInstanceOf(Status.class);
    }

    @Test
    void aLineThatWouldBeTooLongWhenPrintedIsRefused() {
        assertThat(refusal("promote p A=“" + "\"".repeat(3_000) + "”").sentences())
                .contains("The limit is 4000");
    }

    @Test
    void whatCannotBePartOfANameIsRefusedWithItsPlace() {
        assertThat(refusal("stop \0").sentences()).contains("Character 6", "U+0000", "Nothing was changed.");
        assertThat(refusal("stop \uD83D").sentences()).contains("U+D83D");
        assertThat(grammar.read("stop 🚦")).isEqualTo(new Stop(new Subject.Newest(null, "🚦", null)));
    }

    @Test
    void foreignTextIsCutAndMadeVisible() {
        assertThat(refusal("x".repeat(3000)).sentences()).hasSizeLessThan(300);
        assertThat(refusal("st\u202eatus web").sentences()).doesNotContain("\u202e");
    }

    @Test
    void runTakesAProjectItsOptionsAndParameters() {
        assertThat(grammar.read("run")).isEqualTo(new Run(new Subject.Unsaid(), null, null, Map.of()));
        assertThat(grammar.read("run X=1 web file=a.yml \"file\"=b commit=0123456789abcdef0123456789abcdef01234567"))
                .isEqualTo(new Run(
                        WEB, "a.yml", "0123456789abcdef0123456789abcdef01234567", Map.of("X", "1", "file", "b")));
    }

    @Test
    void useSetsOrClears() {
        assertThat(grammar.read("use web@main")).isEqualTo(new Use("web", "main"));
        assertThat(grammar.read("use Nothing")).isEqualTo(new Use(null, null));
        assertThat(grammar.read("use \"nothing\"")).isEqualTo(new Use("nothing", null));
    }
}
