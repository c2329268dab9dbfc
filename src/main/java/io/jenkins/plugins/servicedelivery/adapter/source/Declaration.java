package io.jenkins.plugins.servicedelivery.adapter.source;

/**
 * A field, constant or local variable with the value it is declared with.
 *
 * @param type the class around it; empty where none is found
 * @param isHidden whether no other source can use it
 * @param nameAt the token that is its name
 * @param valueAt the first token of its value
 */
record Declaration(JavaSource source, String type, String name, boolean isHidden, int nameAt, int valueAt) {}
