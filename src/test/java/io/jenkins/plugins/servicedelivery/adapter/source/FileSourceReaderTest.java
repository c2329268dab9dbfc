package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.scan.Mention;
import io.jenkins.plugins.servicedelivery.core.scan.SourceRequest;
import io.jenkins.plugins.servicedelivery.core.scan.SourceTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceReaderTest {
    private static final String CALL = "class A { Object a = java.net.URI.create(\"http://payments:8080\"); }\n";
    private static final int DEEP = 200_000;

    @TempDir
    private Path root;

    @Test
    void shouldSayThatTheFolderIsMissing() throws Exception {
        SourceTree tree = read("nowhere");

        assertThat(tree.isMissing()).isTrue();
        assertThat(tree.gaps())
                .extracting(Gap::detail)
                .containsExactly("there is no folder \"nowhere\" inside the catalog's folder");
    }

    @Test
    void shouldTakeAPathThatIsNoPathForMissing() throws Exception {
        assertThat(read("no\0where").isMissing()).isTrue();
    }

    @Test
    void shouldNotFollowLinks() throws Exception {
        write("orders/A.java", CALL);
        write("outside/B.java", CALL);
        Files.createSymbolicLink(root.resolve("orders/loop"), root.resolve("orders"));
        Files.createSymbolicLink(root.resolve("orders/B.java"), root.resolve("outside/B.java"));

        SourceTree tree = read("orders");

        assertThat(files(tree)).containsExactly("orders/A.java");
        assertThat(tree.gaps()).extracting(Gap::detail).containsExactly("2 symbolic links are not followed");
    }

    @Test
    void shouldNotReadAFolderOutsideTheRoot(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("A.java"), CALL);
        Files.createSymbolicLink(root.resolve("orders"), outside);
        Path climbing = root.toRealPath().relativize(outside.toRealPath());

        assertThat(read("orders").isMissing()).isTrue();
        assertThat(read(climbing.toString()).isMissing()).isTrue();
    }

    @Test
    void shouldNotReadAFileThatIsTooLarge() throws Exception {
        write("orders/A.java", CALL);
        try (RandomAccessFile large =
                new RandomAccessFile(root.resolve("orders/Large.java").toFile(), "rw")) {
            large.setLength(100L << 20);
        }

        SourceTree tree = read("orders");

        assertThat(files(tree)).containsExactly("orders/A.java");
        assertThat(tree.gaps())
                .extracting(Gap::kind, gap -> gap.place().toString())
                .containsExactly(tuple(Gap.Kind.LIMIT, "orders/Large.java"));
    }

    @Test
    void shouldReadWhatIsNestedDeeplyWithoutARecursionOfItsDepth() throws Exception {
        write("orders/Parentheses.java", "class A { Object a = " + "(".repeat(DEEP) + "\"http://payments\"");
        write("orders/Braces.java", "{".repeat(DEEP) + CALL);
        write(
                "orders/Calls.java",
                "class A { Object a = " + "f(".repeat(DEEP / 2) + "\"http://payments\"" + ")".repeat(DEEP / 2));
        write("orders/Concatenation.java", "class A { String a = " + "\"http://payments/\" + ".repeat(20_000) + "1; }");
        write("orders/Array.java", "class A { String[] a = {" + "\"http://payments/\", ".repeat(DEEP / 2) + "}; }");
        write("orders/application.yml", "[".repeat(DEEP));
        write("orders/Placeholders.java", "class A { String a = f(\"" + "${a:".repeat(DEEP) + "\"); }");

        SourceTree tree = read("orders");

        assertThat(files(tree)).contains("orders/Parentheses.java", "orders/Braces.java", "orders/Calls.java");
        assertThat(tree.gaps()).extracting(gap -> gap.place().file()).containsExactly("orders/application.yml");
    }

    @Test
    void shouldStopAtFoldersThatAreTooDeep() throws Exception {
        write("orders/A.java", CALL);
        write("orders/" + "d/".repeat(100) + "B.java", CALL);

        SourceTree tree = read("orders");

        assertThat(files(tree)).containsExactly("orders/A.java");
        assertThat(tree.gaps()).extracting(Gap::detail).containsExactly("folders deeper than 64 levels are not read");
    }

    @Test
    void shouldStopAfterTooManyFiles() throws Exception {
        for (int i = 0; i < 12; i++) {
            write("orders/A" + i + ".java", CALL);
        }

        SourceTree tree = new FileSourceReader(new ReadingLimits(1_000, 10, 64, 10_000, 1_000)).read(request("orders"));

        assertThat(tree.filesSeen()).isLessThanOrEqualTo(10);
        assertThat(tree.gaps()).extracting(Gap::detail).containsExactly("only the first 10 files and folders are read");
    }

    @Test
    void shouldStopReadingAfterTooManyBytes() throws Exception {
        write("orders/A.java", CALL);
        write("orders/B.java", CALL);

        SourceTree tree =
                new FileSourceReader(new ReadingLimits(1_000, 10, 64, CALL.length(), 1_000)).read(request("orders"));

        assertThat(files(tree)).containsExactly("orders/A.java");
        assertThat(tree.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.LIMIT);
    }

    @Test
    void shouldReadWhatItCanOfABrokenEncoding() throws Exception {
        byte[] text = ("// caf\u00e9 \u00ff\n" + CALL).getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(root.resolve("orders"));
        Files.write(root.resolve("orders/A.java"), text);

        SourceTree tree = read("orders");

        assertThat(tree.mentions())
                .extracting(mention -> mention.place().toString())
                .containsExactly("orders/A.java:2:42");
        assertThat(tree.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.UNREADABLE);
    }

    @Test
    void shouldNotLetTheNameOfAFileReachATerminalAsControlCharacters() throws Exception {
        write("orders/a\n\u001b[2J\u202e<img src=x onerror=alert(1)>.java", CALL);

        SourceTree tree = read("orders");

        assertThat(files(tree)).containsExactly("orders/a\\u000a\\u001b[2J\\u202e<img src=x onerror=alert(1)>.java");
    }

    @Test
    void shouldReadSourcesThatDoNotEnd() throws Exception {
        write("orders/A.java", CALL + "class B { /* ");
        write("orders/B.java", CALL + "class B { String s = \"");
        write("orders/C.java", CALL + "class B { String s = \"\"\"");
        write("orders/D.java", CALL + "class B { char c = '\\");
        write("orders/E.java", CALL + "\\u00");

        SourceTree tree = read("orders");

        assertThat(tree.mentions()).hasSize(5);
        assertThat(tree.gaps())
                .extracting(gap -> gap.place().file())
                .containsExactly("orders/A.java", "orders/B.java", "orders/C.java", "orders/D.java");
    }

    @Test
    void shouldEndWhenConstantsNeedOneAnother() throws Exception {
        StringBuilder constants = new StringBuilder("class A {\n");
        for (int i = 0; i < 60; i++) {
            String next = "C" + (i + 1);
            constants.append("static final String C" + i + " = \"http://payments/\" + " + next + " + " + next + ";\n");
        }
        write("orders/A.java", constants + "static final String C60 = C0;\nString a() { return C0; }\n}\n");

        SourceTree tree = read("orders");

        assertThat(tree.mentions()).isNotEmpty();
    }

    @Test
    void shouldNameWhatNoRuleFollows() throws Exception {
        write("orders/A.java", "import org.apache.kafka.clients.producer.KafkaProducer;\nclass A {}\n");
        write("orders/B.java", "import io.grpc.ManagedChannel;\nclass B {}\n");
        write("orders/main.py", "requests.get('http://payments')\n");
        write("orders/tools.py", "");
        write("orders/docker-compose.yml", "services: {}\n");

        SourceTree tree = read("orders");

        assertThat(tree.gaps())
                .extracting(gap -> gap.kind() + " " + gap.detail())
                .containsExactly(
                        "NOT_SUPPORTED Python in 2 files is not followed",
                        "NOT_SUPPORTED YAML other than Spring configuration in 1 file is not followed",
                        "NOT_SUPPORTED calls over gRPC in 1 file is not followed",
                        "NOT_SUPPORTED messages over Kafka in 1 file is not followed");
    }

    @Test
    void shouldSayWhereAnAddressIsOnlyKnownAtRunTime() throws Exception {
        write(
                "orders/A.java",
                """
                class A {
                    Object a(String host) {
                        return java.net.URI.create("http://" + host + ":8080");
                    }

                    Object b(String name) {
                        return System.getenv(name + "_URL");
                    }
                }
                """);

        SourceTree tree = read("orders");

        assertThat(tree.gaps())
                .extracting(gap -> gap.kind() + " " + gap.place())
                .containsExactly("DYNAMIC orders/A.java:3:36", "DYNAMIC orders/A.java:7:30");
    }

    @Test
    void shouldReadOnlyTheModulesThatTheServiceNames() throws Exception {
        write("orders/api/A.java", CALL);
        write("orders/tools/B.java", CALL);
        SourceRequest all = request("orders");

        SourceTree tree = new FileSourceReader()
                .read(new SourceRequest(all.root(), "orders", List.of("api"), List.of(), all.names(), all.keys()));

        assertThat(files(tree)).containsExactly("orders/api/A.java");
    }

    @Test
    void shouldLeaveOutWhatTheBuildMakes() throws Exception {
        write("orders/A.java", CALL);
        write("orders/made/B.java", CALL);
        write("orders/.git/C.java", CALL);
        write("orders/web/node_modules/x/D.java", CALL);
        SourceRequest all = request("orders");

        SourceTree tree = new FileSourceReader()
                .read(new SourceRequest(all.root(), "orders", List.of(), List.of("made"), all.names(), all.keys()));

        assertThat(files(tree)).containsExactly("orders/A.java");
    }

    @Test
    void shouldStopWhenInterrupted() throws IOException {
        write("orders/A.java", CALL);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read("orders")).isInstanceOf(InterruptedException.class);
    }

    private SourceTree read(String folder) throws InterruptedException {
        return new FileSourceReader().read(request(folder));
    }

    private SourceRequest request(String folder) {
        return new SourceRequest(
                root.toString(),
                folder,
                List.of(),
                List.of(),
                new TreeSet<>(List.of("orders", "payments")),
                new TreeSet<>(List.of("payments.url", "PAYMENTS_URL")));
    }

    private static List<String> files(SourceTree tree) {
        return tree.mentions().stream()
                .map(Mention::place)
                .map(place -> place.file())
                .distinct()
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
