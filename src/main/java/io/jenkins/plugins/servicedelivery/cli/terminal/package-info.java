/**
 * What a person or a script sees of the tool kit: streams, colours, tables, progress and JSON. What is shown does not
 * belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.cli.terminal;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
