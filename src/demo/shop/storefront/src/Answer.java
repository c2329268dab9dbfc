/** What a service answers: an HTTP status and a JSON text. */
record Answer(int status, String json) {
    static Answer ok(Json json) {
        return new Answer(200, json.text());
    }

    static Answer badRequest(String reason) {
        return error(400, reason);
    }

    static Answer notFound(String reason) {
        return error(404, reason);
    }

    static Answer conflict(String reason) {
        return error(409, reason);
    }

    static Answer broken(String reason) {
        return error(500, reason);
    }

    static Answer unavailable(String reason) {
        return error(503, reason);
    }

    private static Answer error(int status, String reason) {
        return new Answer(status, Json.object("error", reason).text());
    }
}
