/// What all resources of the compute API share: its dialect, versions, links and ways to write a number.
@NullMarked
package org.cumulet.compute.web;

import org.jspecify.annotations.NullMarked;
