package dev.signalman.playground;

/** What a browser is shown at the demo's address. */
final class FrontDoor {
    static final String TEXT = """
            Signalman's demo: the bot, a simulated Slack and a simulated Semaphore on this one port.

            GET /simulator/slack                     the workspace: channels, people, messages
            GET /simulator/semaphore                 the CI: projects, pipelines, promotions
            GET /metrics                             what the bot counts
            GET /health/ready                        whether it can take work

            A scripted day in it, printed as a channel:  java -jar target/signalman.jar demo --tour
            """;

    private FrontDoor() {}
}
