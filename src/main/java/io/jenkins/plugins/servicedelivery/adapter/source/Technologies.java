package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ways to call that no rule follows yet, known by the packages that sources import, and languages that no rule reads. */
final class Technologies {
    private static final Map<String, String> BY_PACKAGE = new TreeMap<>(Map.ofEntries(
            Map.entry("org.springframework.kafka", "messages over Kafka"),
            Map.entry("org.apache.kafka", "messages over Kafka"),
            Map.entry("org.springframework.amqp", "messages over RabbitMQ"),
            Map.entry("com.rabbitmq", "messages over RabbitMQ"),
            Map.entry("jakarta.jms", "messages over JMS"),
            Map.entry("javax.jms", "messages over JMS"),
            Map.entry("org.apache.rocketmq", "messages over RocketMQ"),
            Map.entry("org.apache.pulsar", "messages over Pulsar"),
            Map.entry("io.nats", "messages over NATS"),
            Map.entry("io.grpc", "calls over gRPC"),
            Map.entry("org.apache.dubbo", "calls over Dubbo"),
            Map.entry("com.alibaba.dubbo", "calls over Dubbo"),
            Map.entry("java.rmi", "calls over RMI")));
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("kt", "Kotlin"),
            Map.entry("scala", "Scala"),
            Map.entry("groovy", "Groovy"),
            Map.entry("py", "Python"),
            Map.entry("js", "JavaScript"),
            Map.entry("mjs", "JavaScript"),
            Map.entry("jsx", "JavaScript"),
            Map.entry("ts", "TypeScript"),
            Map.entry("tsx", "TypeScript"),
            Map.entry("go", "Go"),
            Map.entry("rs", "Rust"),
            Map.entry("rb", "Ruby"),
            Map.entry("php", "PHP"),
            Map.entry("cs", "C#"),
            Map.entry("c", "C"),
            Map.entry("cpp", "C++"),
            Map.entry("sh", "shell scripts"),
            Map.entry("proto", "gRPC interfaces"),
            Map.entry("yaml", "YAML other than Spring configuration"),
            Map.entry("yml", "YAML other than Spring configuration"),
            Map.entry("xml", "XML"),
            Map.entry("jar", "archives"),
            Map.entry("war", "archives"));

    private Technologies() {}

    static Collection<String> packages() {
        return BY_PACKAGE.keySet();
    }

    /** The way to call that this import brings. */
    static Optional<String> ofImport(String name) {
        return BY_PACKAGE.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What a file that no rule reads is written in. */
    static Optional<String> ofFile(SourceFile file) {
        return file.lastName().equals("pom.xml")
                ? Optional.empty()
                : Optional.ofNullable(BY_EXTENSION.get(file.extension()));
    }
}
