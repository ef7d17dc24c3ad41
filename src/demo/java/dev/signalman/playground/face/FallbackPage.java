package dev.signalman.playground.face;

/** The page of a jar that was built without the real page. */
final class FallbackPage {
    static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Signalman's demo</title>
            <h1>Signalman's demo runs, without its page</h1>
            <p>The bot, a simulated Slack and a simulated Semaphore are all on this port. The page that shows them is not in this
            jar, because npm was missing when it was built. Install Node.js (which brings npm), build once more with
            <code>mvn -B -DskipTests package</code>, and start the demo again.</p>
            <h2>What can be done without it</h2>
            <ul>
            <li><a href="/simulator/slack">/simulator/slack</a>: the workspace: channels, people, messages</li>
            <li><a href="/simulator/semaphore">/simulator/semaphore</a>: the CI: projects, pipelines, promotions</li>
            <li><a href="/metrics">/metrics</a>: what the bot counts;
            <a href="/health/ready">/health/ready</a>: whether it can take work</li>
            <li>A scripted day, printed as a channel: <code>java -jar target/signalman.jar demo --tour</code></li>
            <li>To say something yourself:
            <pre>curl localhost:8080/playground/says -H 'Content-Type: application/json' \\
              -d '{"as": "U0ALICE", "channel": "C0DEPLOYS", "text": "/semaphore promote production web"}'
            curl 'localhost:8080/playground/messages?as=U0ALICE&amp;channel=C0DEPLOYS'</pre></li>
            </ul>
            </html>
            """;

    private FallbackPage() {}
}
