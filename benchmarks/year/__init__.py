"""One force for a year in simulated time: everything is the product's own but the clock, the connector and the people."""
