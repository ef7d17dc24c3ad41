package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as people write them, and the command line in each. */
final class MentionTextTest {
    private static final String BOT = "U0SIGNALMAN";

    private static String line(String text) {
        return MentionText.line(text.replace("@bot", "<@" + BOT + ">"), BOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@bot status web",
                "@bot: status web",
                "@bot, status web",
                "@bot – status web",
                "@bot status web",
                "@bot   status web",
                "hey @bot status web",
                "Hey, @bot: status web",
                "ok @bot please status web",
                "@bot please, status web",
                "@bot /semaphore status web",
                "@bot `/semaphore status web`",
                "@bot `status web`",
                "@bot: `status web`",
                "@bot ```status web```",
                "@bot `status` web",
                "@bot status `web`",
                "@bot *status* web",
                "@bot *status web*",
                "@bot status _web_",
                "*@bot* status web",
                "*@bot status web*",
                "_hey @bot status web_",
                "status web @bot",
                "status web, @bot"
            })
    void theseAllAskForTheStatusOfWeb(String text) {
        assertThat(line(text)).isEqualTo("status web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "did you say @bot promote production? | did you say promote production?",
                "please note: @bot rerun web          | please note rerun web",
                "nope @bot rerun web                  | nope rerun web",
                "@bot subscribe web@release/*         | subscribe web@release/*",
                "@bot subscribe *@main web@rel*       | subscribe *@main web@rel*",
                "@bot status _my_project_             | status _my_project_",
                "@bot status my_project_              | status my_project_",
                "@bot run web FILE=*a*                | run web FILE=*a*",
                "@bot run web X=\"*a* b\"             | run web X=\"*a* b\"",
                "@bot lock web because *urgent* `now` | lock web because *urgent* `now`",
                "@bot promote web because @bot failed | promote web because @U0SIGNALMAN failed",
                "@bot okayed web                      | okayed web"
            })
    void whatMayBeMeantStaysAsItIs(String text, String line) {
        assertThat(line(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@bot", "hey @bot!", "@bot, please", "*@bot*"})
    void nothingButTheNameIsNoLine(String text) {
        assertThat(line(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status web", "hi, status web", "`status web`", "@bot status web"})
    void withoutTheNameItIsReadAlike(String text) {
        assertThat(line(text)).isEqualTo("status web");
    }
}
