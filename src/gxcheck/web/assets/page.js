(() => {
  "use strict";
  const form = document.getElementById("drop");
  const input = document.getElementById("files");
  const previous = document.getElementById("previous");
  const results = document.getElementById("results");
  const frame = document.querySelector("iframe");
  const words = document.body.dataset;

  form.querySelector("button").hidden = true;
  for (const button of document.querySelectorAll(".forget")) button.hidden = false;

  const show = (row) => {
    for (const one of results.children) one.classList.toggle("current", one === row);
    frame.closest("section").hidden = false;
    frame.src = row.querySelector(".look").href;
  };

  const fail = (row, reason) => {
    row.classList.add("failed");
    row.querySelector("progress").hidden = true;
    row.querySelector(".state").textContent = reason;
  };

  const fill = (row, file) => {
    row.querySelector("progress").hidden = true;
    if (file.error) return fail(row, file.error);
    row.querySelector(".report").textContent = file.report.title || "";
    row.querySelector(".state").textContent = file.findings.length ? "" : words.clean;
    for (const count of row.querySelectorAll("[data-level]")) {
      count.textContent = file.findings.filter((one) => one.level === count.dataset.level).length;
    }
    const base = `/api/reviews/${encodeURIComponent(file.review)}`;
    row.querySelector(".look").href = `${base}/html`;
    for (const link of row.querySelectorAll("[data-format]")) {
      link.href = `${base}/${link.dataset.format}`;
      link.hidden = !file.formats.includes(link.dataset.format);
    }
    row.querySelector(".counts").hidden = row.querySelector(".actions").hidden = false;
    row.querySelector(".forget").hidden = false;
    row.dataset.review = file.review;
    if (!results.querySelector(".current")) show(row);
  };

  const answer = (request) => {
    try {
      return JSON.parse(request.responseText);
    } catch {
      return {};
    }
  };

  const send = (file) =>
    new Promise((done) => {
      const row = document.getElementById("row").content.firstElementChild.cloneNode(true);
      row.querySelector(".name").textContent = file.name;
      results.append(row);
      results.closest("section").hidden = false;
      if (file.size > Number(words.most) * 1024 * 1024) {
        fail(row, words.tooLarge.replace("{name}", file.name).replace("{most}", words.most));
        return done();
      }
      const progress = row.querySelector("progress");
      const state = row.querySelector(".state");
      progress.hidden = false;
      state.textContent = words.uploading;
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (event) => {
        progress.value = (100 * event.loaded) / event.total;
      });
      request.upload.addEventListener("load", () => {
        progress.removeAttribute("value");
        state.textContent = words.checking;
      });
      request.addEventListener("load", () => {
        const found = answer(request);
        if (request.status === 200) fill(row, found.files[0]);
        else fail(row, typeof found.detail === "string" ? found.detail : words.broken);
      });
      request.addEventListener("error", () => fail(row, words.broken));
      request.addEventListener("loadend", done);
      const body = new FormData();
      body.append("files", file);
      body.append("lang", words.lang);
      if (previous.files.length) body.append("previous", previous.files[0]);
      request.open("POST", "/api/check");
      request.send(body);
    });

  // Two at a time: the service has other users, and the first review is there the sooner.
  const check = async (files) => {
    const left = Array.from(files);
    const lane = async () => {
      while (left.length) await send(left.shift());
    };
    await Promise.all([lane(), lane()]);
    input.value = "";
  };

  input.addEventListener("change", () => check(input.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(input.files);
  });
  for (const event of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(event, (one) => {
      one.preventDefault();
      form.classList.toggle("over", event === "dragover");
      if (event === "drop" && one.dataTransfer.files.length) check(one.dataTransfer.files);
    });
  }
  results.addEventListener("click", (event) => {
    const row = event.target.closest(".result");
    if (event.target.closest(".look")) {
      event.preventDefault();
      show(row);
      frame.scrollIntoView(); // below a long list of files it would come unseen
    } else if (event.target.closest(".forget")) {
      fetch(`/api/reviews/${encodeURIComponent(row.dataset.review)}`, { method: "DELETE" });
      if (row.classList.contains("current")) frame.closest("section").hidden = true;
      row.remove();
      results.closest("section").hidden = !results.children.length;
    }
  });
})();
