# Signalman in a container: small, not root, with a check of its health. docs/deploy.md says how to run it.
#
#   docker build -t signalman .
#   docker run --env-file signalman.env -p 3000:3000 -v signalman:/var/lib/signalman --stop-timeout 40 signalman

# A release pins these by digest (SECURITY.md).
ARG NODE_IMAGE=node:22-bookworm-slim
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-17
ARG RUNTIME_IMAGE=debian:bookworm-slim

FROM ${NODE_IMAGE} AS node

FROM ${MAVEN_IMAGE} AS build
# for the demo's page alone; the bot needs no Node
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /build
COPY . .
RUN mvn -B -DskipTests package
# what `jdeps --print-module-deps` says of the jar, and TLS with elliptic curves
RUN jlink --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output /opt/java \
      --add-modules java.base,java.compiler,java.desktop,java.instrument,java.naming,java.net.http,java.scripting,java.security.jgss,java.sql,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.net,jdk.unsupported \
    && /opt/java/bin/java -Xshare:dump

FROM ${RUNTIME_IMAGE}
COPY --from=build /opt/java /opt/java
COPY --from=build /build/target/signalman.jar /opt/signalman/signalman.jar
# An archive of the classes that a whole day of the demo loads: it halves the time to the first command (docs/benchmarks.md).
# It is made here, since it belongs to this very runtime and this very path of the jar; and a build whose demo fails, fails.
RUN /opt/java/bin/java -XX:ArchiveClassesAtExit=/opt/signalman/signalman.jsa -Xlog:cds=off -Xlog:cds+dynamic=off \
      -XX:+UseSerialGC -Dfile.encoding=UTF-8 -jar /opt/signalman/signalman.jar demo --tour \
    && rm -rf /tmp/*
RUN useradd --uid 10001 --home-dir /var/lib/signalman --create-home signalman
USER signalman
WORKDIR /var/lib/signalman
# data/ is the database, unless DATABASE_URL names another
VOLUME /var/lib/signalman
ENV PORT=3000
EXPOSE 3000
# without curl, which the image does not have
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["bash", "-c", \
      "exec 3<>/dev/tcp/127.0.0.1/${ADMIN_PORT:-$PORT} && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["/opt/java/bin/java", "-XX:SharedArchiveFile=/opt/signalman/signalman.jsa", "-XX:TieredStopAtLevel=1", \
      "-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8", "-jar", "/opt/signalman/signalman.jar"]
CMD ["serve"]
