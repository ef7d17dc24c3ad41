package dev.signalman.harness;

import static org.assertj.core.api.Assertions.assertThat;

/** Links tokens as people do. */
public final class TokenLinking {
    private TokenLinking() {}

    /** Links a Semaphore user's token and waits for the confirmation. */
    public static void links(Dialogue bot, String person, String login) {
        bot.says(person, "/semaphore link");
        var form = bot.form(person);
        var said = bot.nextTo(
                person,
                WorkspaceFixture.DEPLOYS,
                () -> assertThat(form.fill(
                                        "Your Semaphore API token",
                                        bot.semaphore().token(login))
                                .submit())
                        .isEmpty());
        assertThat(said.drawn()).contains("Your Semaphore token is linked");
    }
}
