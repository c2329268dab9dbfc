/**
 * Reads source trees: walks a folder within limits and finds addresses, names and configuration keys in Java sources and
 * Spring configuration. It executes nothing and opens no connection. What the notes mean does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.adapter.source;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
